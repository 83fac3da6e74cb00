package dev.parley.planted.app;

public final class ChattyRoute {

    private ChattyRoute() {}

    public static void answer() {
        System.out.println("a text came in");
    }
}

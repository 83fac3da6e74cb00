package dev.parley.planted.llm;

public final class Partisan {

    private Partisan() {}

    public static boolean isSpecial(String provider) {
        return provider.equals("twilio");
    }
}

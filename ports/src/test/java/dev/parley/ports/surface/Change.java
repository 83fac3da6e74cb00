package dev.parley.ports.surface;

import java.util.List;

/**
 * Something that somebody might do to a surface. The types are in package {@code p}, of which outsiders implement {@code Written}
 * and switch over {@code Told}, and in {@code own}, which is ours alone.
 *
 * @param what in a few words
 * @param before the source of one type, without its package
 * @param after the same after the change
 */
record Change(String what, String before, String after) {

    static final List<Change> BREAKING = List.of(
            new Change("a type goes", "public class A { public class B {} }", "public class A { class B {} }"),
            new Change("a method goes", "public interface A { void a(); void b(); }", "public interface A { void a(); }"),
            new Change("a method hides", "public class A { public void a() {} }", "public class A { void a() {} }"),
            new Change("what may be overridden goes", "public class A { protected void a() {} }", "public class A { }"),
            new Change("a method takes another type", "public interface A { void a(int x); }", "public interface A { void a(long x); }"),
            new Change("a method gives another type", "public interface A { int a(); }", "public interface A { long a(); }"),
            new Change(
                    "a list holds something else",
                    "public interface A { java.util.List<String> a(); }",
                    "public interface A { java.util.List<Object> a(); }"),
            new Change("a bound is tightened", "public interface A<T> { }", "public interface A<T extends Number> { }"),
            new Change("a method is an object's", "public class A { public static void a() {} }", "public class A { public void a() {} }"),
            new Change(
                    "any number becomes a list",
                    "public class A { public void a(int... x) {} }",
                    "public class A { public void a(int[] x) {} }"),
            new Change("a default goes", "public interface A { default void a() {} }", "public interface A { void a(); }"),
            new Change("a method throws", "public interface A { void a(); }", "public interface A { void a() throws Exception; }"),
            new Change("a class is closed", "public class A { }", "public final class A { }"),
            new Change("a class cannot be made", "public class A { }", "public abstract class A { }"),
            new Change("a constructor goes", "public class A { public A(int x) {} public A() {} }", "public class A { public A() {} }"),
            new Change(
                    "a supertype goes",
                    "public class A implements Runnable { public void run() {} }",
                    "public class A { public void run() {} }"),
            new Change("a class becomes an interface", "public abstract class A { }", "public interface A { }"),
            new Change(
                    "a constant changes its value",
                    "public class A { public static final int X = 1; }",
                    "public class A { public static final int X = 2; }"),
            new Change("a component is called otherwise", "public record A(int x) { }", "public record A(int y) { }"),
            new Change("components change places", "public record A(int x, int y) { }", "public record A(int y, int x) { }"),
            new Change("a component comes", "public record A(int x) { }", "public record A(int x, int y) { }"),
            new Change("a component goes", "public record A(int x, int y) { }", "public record A(int x) { }"),
            new Change("a constant of an enum goes", "public enum A { X, Y }", "public enum A { X }"),
            new Change(
                    "a subtype goes",
                    "public sealed interface A { record X() implements A {} record Y() implements A {} }",
                    "public sealed interface A { record X() implements A {} record Y() {} }"),
            new Change(
                    "outsiders must write more",
                    "public interface Written { void a(); }",
                    "public interface Written { void a(); void b(); }"),
            new Change("outsiders must expect more", "public enum Told { X }", "public enum Told { X, Y }"),
            new Change(
                    "outsiders must expect one more type",
                    "public sealed interface Told { record X() implements Told {} }",
                    "public sealed interface Told { record X() implements Told {} record Y() implements Told {} }"));

    static final List<Change> HARMLESS = List.of(
            new Change("a type comes", "public interface A { }", "public interface A { interface B { void b(); } record C(int x) {} }"),
            new Change(
                    "an overload comes",
                    "public class A { public void a() {} }",
                    "public class A { public void a() {} public void a(int x) {} }"),
            new Change("a method that we write comes", "public interface A { void a(); }", "public interface A { void a(); void b(); }"),
            new Change(
                    "a default comes",
                    "public interface Written { void a(); }",
                    "public interface Written { void a(); default void b() {} }"),
            new Change("a constant that they give comes", "public enum A { X }", "public enum A { X, Y }"),
            new Change(
                    "a subtype that they give comes",
                    "public sealed interface A { record X() implements A {} }",
                    "public sealed interface A { record X() implements A {} record Y() implements A {} }"),
            new Change(
                    "a type serves for more",
                    "public class A { }",
                    "public class A implements java.io.Closeable { public void close() {} }"),
            new Change(
                    "a record grows and keeps its constructor",
                    "public record A(String x, java.util.List<String> y) { }",
                    "public record A(String x, java.util.List<String> y, int z) { public A(String x, java.util.List<String> y) { this(x, y, 0); } }"),
            new Change("a method is discouraged", "public interface A { void a(); }", "public interface A { @Deprecated void a(); }"));

    /** Nobody sees it. */
    static final List<Change> INVISIBLE = List.of(
            new Change(
                    "a body changes",
                    "public class A { public int a() { return 1; } }",
                    "public class A { public int a() { return 2; } }"),
            new Change("what is hidden changes", "public class A { void a() {} }", "public class A { private int b; class B {} }"),
            new Change(
                    "a type prints otherwise",
                    "public class A { }",
                    "public class A { @Override public String toString() { return \"\"; } }"),
            new Change(
                    "a record checks",
                    "public record A(int x) { }",
                    "public record A(int x) { public A { x++; } public int x() { return x; } }"));
}

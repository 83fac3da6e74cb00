package dev.parley.ports;

import java.util.function.Function;

/**
 * What a use case answers: the thing that was asked for, or why not. Refusals are values; exceptions are left for bugs
 * and for {@link dev.parley.ports.out.StoreUnavailable}.
 *
 * @param <T> what was asked for
 */
public sealed interface Result<T> {

    /**
     * It was done.
     *
     * @param value what was asked for
     */
    record Ok<T>(T value) implements Result<T> {}

    /**
     * It was not done, and nothing was half done.
     *
     * @param rejection why not
     */
    record Rejected<T>(Rejection rejection) implements Result<T> {}

    /** A result that was done. */
    static <T> Result<T> ok(T value) {
        return new Ok<>(value);
    }

    /** A result that was refused. */
    static <T> Result<T> rejected(Rejection rejection) {
        return new Rejected<>(rejection);
    }

    /** The same refusal, or the value put through {@code mapper}. */
    default <U> Result<U> map(Function<? super T, ? extends U> mapper) {
        return switch (this) {
            case Ok<T>(var value) -> ok(mapper.apply(value));
            case Rejected<T>(var rejection) -> rejected(rejection);
        };
    }

    /** The same refusal, or what {@code next} makes of the value. */
    default <U> Result<U> then(Function<? super T, Result<U>> next) {
        return switch (this) {
            case Ok<T>(var value) -> next.apply(value);
            case Rejected<T>(var rejection) -> rejected(rejection);
        };
    }
}

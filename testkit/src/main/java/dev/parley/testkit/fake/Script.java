package dev.parley.testkit.fake;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;

/** Answers that are given in the order in which they were laid in, and by a function when there are none left. */
final class Script<Q, A> {

    private final Queue<Function<? super Q, ? extends A>> answers = new ArrayDeque<>();
    private Function<? super Q, ? extends A> otherwise;

    Script(Function<? super Q, ? extends A> otherwise) {
        this.otherwise = otherwise;
    }

    synchronized void add(List<? extends A> next) {
        next.forEach(a -> answers.add(_ -> a));
    }

    synchronized void add(Function<? super Q, ? extends A> next) {
        answers.add(next);
    }

    synchronized void always(Function<? super Q, ? extends A> answer) {
        otherwise = answer;
    }

    A answer(Q question) {
        return next().apply(question);
    }

    private synchronized Function<? super Q, ? extends A> next() {
        Function<? super Q, ? extends A> first = answers.poll();
        return first == null ? otherwise : first;
    }
}

package dev.parley.testkit.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many who do something at the same time. */
final class Crowd {

    private static final int PATIENCE_SECONDS = 60;

    private Crowd() {}

    /** What each of them got, in the order of their numbers, counted from 0. */
    static <T> List<T> of(int people, IntFunction<T> step) {
        return together(IntStream.range(0, people).<Callable<T>>mapToObj(i -> () -> step.apply(i)).toList());
    }

    /** Does two things at the same time. */
    static void both(Runnable one, Runnable other) {
        together(List.of(Executors.callable(one), Executors.callable(other)));
    }

    private static <T> List<T> together(List<Callable<T>> steps) {
        var start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(steps.size())) {
            List<Future<T>> results = new ArrayList<>();
            steps.forEach(step -> results.add(threads.submit(() -> {
                start.await();
                return step.call();
            })));
            start.countDown();
            return results.stream().map(Crowd::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError("one of the crowd failed: " + failed.getCause(), failed);
        } catch (TimeoutException stuck) {
            throw new AssertionError("one of the crowd is stuck", stuck);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }
}

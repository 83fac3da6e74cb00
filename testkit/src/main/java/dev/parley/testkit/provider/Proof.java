package dev.parley.testkit.provider;

import dev.parley.ports.spi.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a provider added to a webhook to prove it.
 *
 * @param plain the webhook before
 * @param headers the headers that it added
 * @param parameters the parameters that it added
 */
record Proof(Webhook plain, List<Parameter> headers, List<Parameter> parameters) {

    static Proof of(Webhook plain, Webhook signed) {
        return new Proof(plain, without(signed.headers(), plain.headers()), without(signed.parameters(), plain.parameters()));
    }

    private static List<Parameter> without(List<Parameter> all, List<Parameter> some) {
        var rest = new ArrayList<>(all);
        some.forEach(rest::remove);
        return List.copyOf(rest);
    }

    /** Whether two webhooks were proved by the very same. */
    boolean same(Proof other) {
        return headers.equals(other.headers) && parameters.equals(other.parameters);
    }

    /** The webhook with each part of the proof missing in turn, and with all of it missing. */
    Stream<Lacking> lacking() {
        Stream<Lacking> all = Stream.of(new Lacking("the whole proof", plain));
        Stream<Lacking> one = IntStream.range(0, headers.size() + parameters.size()).mapToObj(this::lacking);
        return Stream.concat(all, one);
    }

    /** A webhook, and what it lacks. */
    record Lacking(String what, Webhook webhook) {}

    private Lacking lacking(int which) {
        Webhook rest = plain;
        for (int i = 0; i < headers.size(); i++) {
            rest = i == which ? rest : rest.withHeader(headers.get(i).name(), headers.get(i).value());
        }
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            rest = i + headers.size() == which ? rest : rest.withParameter(parameter.name(), parameter.value());
        }
        Parameter left = which < headers.size() ? headers.get(which) : parameters.get(which - headers.size());
        return new Lacking(left.name(), rest);
    }

    /** The webhook, proved, with one header of the proof having another value. */
    Webhook with(Parameter header, String value) {
        Webhook all = plain;
        for (Parameter each : headers) {
            all = all.withHeader(each.name(), each.equals(header) ? value : each.value());
        }
        for (Parameter each : parameters) {
            all = all.withParameter(each.name(), each.value());
        }
        return all;
    }
}

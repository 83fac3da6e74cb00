package dev.parley.vonage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.ports.spi.Parameter;
import dev.parley.ports.spi.WebhookRequest;
import java.util.List;
import java.util.Optional;

/**
 * What a webhook carries. Vonage has four shapes for it, by settings of the account that we cannot see, so that each is taken
 * whatever the connection says: the SMS API sends a query by GET, a form or a JSON object, the Messages API another JSON object.
 */
sealed interface Content {

    /**
     * Parameters of the SMS API.
     *
     * @param parameters all of them, in order, known or not: all of them are signed
     */
    record OfSms(List<Parameter> parameters) implements Content {

        /** Blank counts as absent: a blank one may not be part of what is signed, so that anybody could have put it there. */
        Optional<String> find(String name) {
            return parameters.stream().filter(p -> p.name().equals(name)).map(Parameter::value).filter(v -> !v.isBlank()).findFirst();
        }

        /** As received, should nothing but blank ones be there. */
        String text(String name) {
            return find(name).or(() -> Parameter.first(parameters, name)).orElse("");
        }

        @Override
        public String toString() {
            return "OfSms" + parameters;
        }
    }

    /**
     * An object of the Messages API.
     *
     * @param json as received
     */
    record OfMessages(JsonNode json) implements Content {
        @Override
        public String toString() {
            return "OfMessages";
        }
    }

    /** Nothing at all: with such a GET Vonage tries an address before it stores it. */
    record Nothing() implements Content {}

    /** Something of neither API. */
    record Unknown() implements Content {}

    /** Looks at a request that nobody has checked. */
    static Content of(WebhookRequest request) {
        if (request.method().equals("GET")) {
            return request.query().isEmpty() && request.body().length == 0 ? new Nothing() : new OfSms(request.query());
        }
        boolean form = request.contentType().equals("application/x-www-form-urlencoded");
        return form ? new OfSms(request.form()) : Json.object(request.bodyText()).map(Content::of).orElseGet(Unknown::new);
    }

    private static Content of(JsonNode json) {
        if (json.has("message_uuid")) {
            return new OfMessages(json);
        }
        boolean flat = json.has("messageId") || json.has("msisdn") || json.has("sig");
        return flat && json.valueStream().allMatch(JsonNode::isValueNode) ? new OfSms(parameters(json)) : new Unknown();
    }

    private static List<Parameter> parameters(JsonNode json) {
        return json.propertyStream().map(member -> new Parameter(member.getKey(), member.getValue().asText())).toList();
    }
}

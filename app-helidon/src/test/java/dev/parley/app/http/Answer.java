package dev.parley.app.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** What the server answered. */
record Answer(int status, HttpHeaders headers, String body) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    JsonNode json() {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException noJson) {
            throw new AssertionError("no JSON: " + this, noJson);
        }
    }

    /** The object or list that was asked for. */
    JsonNode data() {
        return json().path("data");
    }

    /** The problem's code. */
    String code() {
        return json().path("code").asText();
    }

    /** The first field at fault. */
    String field() {
        return json().path("errors").path(0).path("field").asText();
    }

    /** The body without what is different in every answer. */
    String bodyButRequestId() {
        return body.replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}

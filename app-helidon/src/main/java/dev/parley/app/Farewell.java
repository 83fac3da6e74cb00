package dev.parley.app;

import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.function.BooleanSupplier;

/**
 * Makes an answer the last one on its connection when the server is about to stop: Helidon would wait until the other side has
 * been silent for long enough.
 *
 * @param isLeaving whether it is
 */
record Farewell(BooleanSupplier isLeaving) implements Filter {

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (isLeaving.getAsBoolean()) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        chain.proceed();
        if (isLeaving.getAsBoolean()) {
            throw new CloseConnectionException("The server stops");
        }
    }
}

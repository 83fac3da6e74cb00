package dev.parley.planted.llm;

import io.helidon.webserver.http.HttpRules;

public interface ModelWithRoutes {

    void addTo(HttpRules rules);
}

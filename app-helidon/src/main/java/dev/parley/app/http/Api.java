package dev.parley.app.http;

import dev.parley.ports.in.UseCases;
import dev.parley.ports.out.IdSource;
import dev.parley.ports.out.IdempotencyStore;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that is asked over HTTP: the API, the carriers' webhooks and the description of both. Thread-safe.
 *
 * <p>A server needs both methods: {@link #register} says what is answered, and {@link #harden} keeps what Helidon would let
 * pass from getting there.
 */
public final class Api {

    /** Beyond this no body is even read to its end. */
    private static final long LARGEST_BODY = 1024 * 1024;
    private static final int MOST_CONNECTIONS = 4096;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration IDLE_PERIOD = Duration.ofSeconds(5);

    private final List<Endpoint> endpoints;
    private final Dispatcher dispatcher;
    private final Entrance entrance;
    private final Faults faults;
    private final Connections connections;

    /**
     * Makes it.
     *
     * @param useCases what can be asked
     * @param idempotency what was answered to requests that must not be done twice
     * @param ids where ids of requests and messages come from
     * @param clock the time, for requests that take too much of it
     * @param config what else there is to know
     */
    public Api(UseCases useCases, IdempotencyStore idempotency, IdSource ids, InstantSource clock, ApiConfig config) {
        this.endpoints = endpoints(useCases, new Idempotency(idempotency, ids), config);
        this.dispatcher = new Dispatcher(new Gate(useCases.keys().authenticate()), new Bodies(config));
        this.entrance = new Entrance(ids);
        this.faults = new Faults(ids);
        this.connections = new Connections(clock, new Watchdog(config.slowestRequest()));
    }

    /** Adds the routes, and the form in which all refusals are made, also those of other routes. */
    public void register(HttpRouting.Builder routing) {
        routing.addFilter(entrance).register(new Endpoints(endpoints, dispatcher));
        faults.register(routing);
    }

    /**
     * Sets how requests come in: which framing is taken, how large and how slow they may be, and how those are refused that
     * never reach a route. Whatever the server is told afterwards wins.
     */
    public void harden(WebServerConfig.Builder server) {
        server.protocolsDiscoverServices(false)
                .addConnectionSelector(connections)
                .directHandlers(faults.direct())
                .maxPayloadSize(LARGEST_BODY)
                .maxTcpConnections(MOST_CONNECTIONS)
                .idleConnectionTimeout(IDLE)
                .idleConnectionPeriod(IDLE_PERIOD)
                // Helidon would have an answer wait for the acknowledgement of the one before: 40 ms on a connection of a proxy.
                .connectionOptions(options -> options.tcpNoDelay(true));
    }

    /** The route table. */
    List<Endpoint> endpoints() {
        return endpoints;
    }

    private static List<Endpoint> endpoints(UseCases useCases, Idempotency idempotency, ApiConfig config) {
        UseCases.Texts texts = useCases.texts();
        var filters = new Filters(useCases.agents().get(), texts.getConversation());
        return Stream.of(
                new WebhookRoutes(useCases.carriers().receive(), config).endpoints(),
                new MessageRoutes(texts, filters, idempotency).endpoints(),
                new ConversationRoutes(texts, filters).endpoints(),
                new AgentRoutes(useCases.agents()).endpoints(),
                new NumberRoutes(useCases.numbers()).endpoints(),
                new ConnectionRoutes(useCases.connections(), config).endpoints(),
                new CarrierRoutes(useCases.carriers()).endpoints(),
                new DeliveryRoutes(useCases.deliveries()).endpoints(),
                new SimulatorRoutes(texts.simulate()).endpoints(),
                new KeyRoutes(useCases.keys()).endpoints(),
                new OrganizationRoutes(useCases.installation()).endpoints(),
                new OpenApiRoutes().endpoints()).flatMap(List::stream).toList();
    }
}

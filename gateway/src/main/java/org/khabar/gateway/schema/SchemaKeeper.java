package org.khabar.gateway.schema;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.khabar.gateway.execute.ExecutionLimits;
import org.khabar.gateway.execute.Executor;
import org.khabar.gateway.plan.Planner;
import org.khabar.gateway.plan.PlannerLimits;
import org.khabar.gateway.security.ServiceTokens;
import org.khabar.gateway.supergraph.Supergraph;

/** Keeps the schema that is served: waits for a first one, looks for new ones, refuses broken ones. */
@Singleton
public final class SchemaKeeper {
    private static final Logger LOG = Logger.getLogger(SchemaKeeper.class);

    private final SchemaConfig config;
    private final EngineConfig engine;
    private final SubgraphTransport transport;
    private final ServingObserver observer;
    private final List<SubgraphAddress> addresses;
    private final SchemaSource source;
    private final HintLog hints;
    private final List<Runnable> swapped = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile SchemaState state = new SchemaState.Waiting(List.of(Refusal.starting()));

    SchemaKeeper(
            SchemaConfig config,
            EngineConfig engine,
            SubgraphTransport transport,
            ServiceTokens tokens,
            ServingObserver observer) {
        this.observer = observer;
        this.config = config;
        this.engine = engine;
        this.transport = transport;
        this.addresses = config.subgraphs().orElse(List.of()).stream()
                .map(SubgraphAddress::parse)
                .toList();
        this.hints = new HintLog(config.maxLoggedHints(), LOG::info);
        this.source = source(new SdlFetcher(transport, tokens, config.schemaTimeout()));
    }

    private SchemaSource source(SdlFetcher fetcher) {
        if (config.supergraph().isPresent()) {
            return supergraph(config.supergraph().get());
        }
        if (addresses.isEmpty()) {
            throw new IllegalStateException(
                    "Set khabar.gateway.subgraphs (name=url,…) or khabar.gateway.supergraph (a file or an HTTP"
                            + " address)");
        }
        return new ComposedSubgraphs(addresses, new SubgraphSchemas(config.subgraphSchemas(), addresses, fetcher));
    }

    private SchemaSource supergraph(String place) {
        return place.startsWith("http://") || place.startsWith("https://")
                ? new SupergraphUrl(
                        URI.create(place),
                        config.supergraphHeaders(),
                        config.schemaTimeout(),
                        config.maxSupergraphBytes())
                : new SupergraphFile(Path.of(place));
    }

    /** How it stands. */
    public SchemaState state() {
        return state;
    }

    /** Has a step run whenever another schema is served than before, on the thread that looks for them: not to block. */
    public void whenSwapped(Runnable step) {
        swapped.add(step);
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("schema-keeper").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    private void run() {
        try {
            Duration pause = Duration.ZERO;
            while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = look() ? config.pollInterval() : longer(pause);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration longer(Duration pause) {
        if (pause.isZero()) {
            return config.firstRetry();
        }
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(config.pollInterval()) > 0 ? config.pollInterval() : doubled;
    }

    /** Looks once; false when there is still nothing to serve. */
    private boolean look() throws InterruptedException {
        try {
            take(source.load());
            hints.tell(source.hints());
        } catch (SchemaUnavailableException e) {
            refuse(e.refusals());
        } catch (StackOverflowError _) {
            refuse(List.of(Refusal.tooDeep()));
        } catch (RuntimeException | Error e) {
            // Whatever a schema brings about: nobody else would look for the next one
            LOG.error("Looking for the schema failed", e);
            refuse(List.of(Refusal.internal()));
        }
        return state instanceof SchemaState.Serving;
    }

    private void take(Supergraph supergraph) throws SchemaUnavailableException {
        SchemaState before = state;
        if (before instanceof SchemaState.Serving(ServedSchema served, List<Refusal> problems)
                && served.supergraph().equals(supergraph)) {
            if (!problems.isEmpty()) {
                LOG.info("The schema is in order again");
                observer.settled();
                state = new SchemaState.Serving(served, List.of());
            }
            return;
        }
        ServedSchema schema = serve(supergraph);
        state = new SchemaState.Serving(schema, List.of());
        observer.accepted(schema);
        LOG.infof(
                "%s a schema of %d types from %s",
                before instanceof SchemaState.Serving ? "Now serving" : "Serving",
                supergraph.types().size(),
                String.join(", ", supergraph.subgraphs().keySet()));
        if (before instanceof SchemaState.Serving) {
            swapped.forEach(Runnable::run);
        }
    }

    private ServedSchema serve(Supergraph supergraph) throws SchemaUnavailableException {
        Map<String, String> urls = SubgraphUrls.of(supergraph, addresses);
        return new ServedSchema(
                supergraph,
                new Planner(
                        supergraph,
                        new PlannerLimits(
                                engine.maxPlannedFields(),
                                engine.maxPlanAlternatives(),
                                engine.maxConditionsPerField())),
                new CaffeinePlanCache(config.planCacheWeight(), observer),
                new Executor(
                        new ObservedClient(urls, transport, observer),
                        supergraph.apiSchema(),
                        new ExecutionLimits(
                                engine.maxAnswerDepth(),
                                engine.maxErrors(),
                                engine.maxRepresentationsPerFetch(),
                                engine.maxRepresentations(),
                                engine.maxContextsPerFetch(),
                                engine.maxRepeatedRequests(),
                                engine.maxAnswerSlots(),
                                engine.maxRequestBytes(),
                                engine.maxDeferredParts())),
                urls);
    }

    private void refuse(List<Refusal> refusals) {
        switch (state) {
            case SchemaState.Waiting(List<Refusal> known) -> {
                if (!known.equals(refusals)) {
                    observer.refused(refusals);
                    refusals.forEach(refusal -> LOG.infof("Waiting for %s", refusal.reason()));
                }
                state = new SchemaState.Waiting(refusals);
            }
            case SchemaState.Serving(ServedSchema schema, List<Refusal> known) -> {
                if (!known.equals(refusals)) {
                    observer.refused(refusals);
                    refusals.forEach(refusal -> LOG.warnf("Keeping the schema as it is: %s", refusal.reason()));
                }
                state = new SchemaState.Serving(schema, refusals);
            }
        }
    }
}

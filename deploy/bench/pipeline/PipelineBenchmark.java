import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lets the packaged entity-service take in generated articles from a feed, as fast as it can, and measures how many it tags,
 * links and stores a second, and what that takes of the machine. Starts its own PostgreSQL, service and feed.
 */
public final class PipelineBenchmark {

    private static final int WARM_UP = 2_000;
    private static final String HEAP = "384m";

    private final FeedServer feed;
    private final PackagedService service;

    private PipelineBenchmark(FeedServer feed, PackagedService service) {
        this.feed = feed;
        this.service = service;
    }

    public static void main(String[] arguments) throws Exception {
        int articles = 20_000;
        boolean write = false;
        for (String argument : List.of(arguments).subList(1, arguments.length)) {
            if (argument.equals("--write")) {
                write = true;
            } else {
                articles = Integer.parseInt(argument);
            }
        }
        try (FeedServer feed = new FeedServer();
                PackagedService service =
                        new PackagedService("entity-service", Path.of(arguments[0]), Map.of(), machine(feed))) {
            Runtime.getRuntime().addShutdownHook(new Thread(service::close));
            String table = new PipelineBenchmark(feed, service).measure(articles);
            System.out.println(table);
            if (write) {
                Readme.write("pipeline", table);
            }
        }
    }

    /** As properties, for QUARKUS_OIDC_CLIENT_… in the environment may be of quarkus.oidc.client as well. */
    private static String[] machine(FeedServer feed) {
        return new String[] {
            "-Xmx" + HEAP,
            "-Dquarkus.oidc-client.auth-server-url=" + feed.url(),
            "-Dquarkus.oidc-client.discovery-enabled=false",
            "-Dquarkus.oidc-client.token-path=/token",
            "-Dquarkus.oidc-client.credentials.secret=bench",
            "-Dkhabar.entity.feed.url=" + feed.url() + "/feed/articles"
        };
    }

    private String measure(int articles) throws Exception {
        GeneratedFeed generated = new GeneratedFeed();
        long bytes = 0;
        for (int id = 1; id <= WARM_UP + articles; id++) {
            byte[] event = generated.event(id);
            bytes += event.length;
            feed.add(event);
        }
        service.start("/q/health/ready");
        takeIn(WARM_UP);
        double serviceBefore = service.cpuSeconds();
        double databaseBefore = service.databaseCpuSeconds();
        long begun = System.nanoTime();
        takeIn(WARM_UP + articles - articles / 10);
        long late = System.nanoTime();
        takeIn(WARM_UP + articles);
        double seconds = (System.nanoTime() - begun) / 1e9;
        double lateSeconds = (System.nanoTime() - late) / 1e9;
        return Readme.machine("service, PostgreSQL and feed; heap of the service at most " + HEAP)
                + String.format(
                        Locale.ROOT,
                        "| Articles | KB each | mentions each | entities each | articles/s | in the last tenth "
                                + "| service CPU ms/article | PostgreSQL CPU ms/article | resident MB of the service |%n"
                                + "| --: | --: | --: | --: | --: | --: | --: | --: | --: |%n"
                                + "| %,d | %.1f | %.1f | %.1f | %.0f | %.0f | %.2f | %.2f | %d |%n",
                        articles,
                        bytes / 1e3 / (WARM_UP + articles),
                        each("mention", articles),
                        each("article_entity", articles),
                        articles / seconds,
                        articles / 10 / lateSeconds,
                        (service.cpuSeconds() - serviceBefore) * 1e3 / articles,
                        (service.databaseCpuSeconds() - databaseBefore) * 1e3 / articles,
                        service.residentMegabytes());
    }

    private double each(String table, int articles) throws Exception {
        return (double) service.number("select count(*) from " + table) / (WARM_UP + articles);
    }

    private void takeIn(int events) throws Exception {
        feed.show(events);
        while (service.number("select last_event_id from feed_cursor") < events) {
            Thread.sleep(50);
        }
        if (service.number("select count(*) from feed_failure") > 0) {
            throw new IllegalStateException("an event failed; see the service's log");
        }
    }
}

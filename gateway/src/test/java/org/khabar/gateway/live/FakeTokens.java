package org.khabar.gateway.live;

import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;

/** Where the gateway gets tokens of its own: it gives them, refuses them, or keeps whoever asks waiting. */
final class FakeTokens {
    private final List<Runnable> held = new ArrayList<>();
    private String are = "given";
    private int seconds = 300;
    private int asked;

    synchronized void ask(HttpServerRequest request, String token) {
        asked++;
        Runnable answer =
                () -> request.response().end("{\"access_token\":\"" + token + "\",\"expires_in\":" + seconds + "}");
        switch (are) {
            case "given" -> answer.run();
            case "refused" -> request.response().setStatusCode(503).end();
            case "held" -> held.add(answer);
            default -> throw new IllegalArgumentException(are);
        }
    }

    /**
     * Does what a test says.
     *
     * @param wanted {@code given}, {@code refused} or {@code held}; empty for as before
     * @param lasting how long tokens last from then on; less than nothing for those that are to be asked for each time
     * @return how often it was asked since it was told last
     */
    synchronized String steer(String wanted, int lasting) {
        String before = String.valueOf(asked);
        if (!wanted.isEmpty()) {
            are = wanted;
            seconds = lasting;
            asked = 0;
            held.forEach(Runnable::run);
            held.clear();
        }
        return before;
    }
}

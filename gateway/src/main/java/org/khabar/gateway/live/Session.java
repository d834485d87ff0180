package org.khabar.gateway.live;

import io.vertx.core.Context;
import java.util.HashMap;
import java.util.Map;
import org.khabar.gateway.security.Caller;

/**
 * Whose operations these are.
 *
 * @param loop where everything of their connection happens
 * @param caller who asks
 * @param client whom the operations count for
 * @param headers what subgraphs are sent along
 */
record Session(Context loop, Caller caller, String client, Map<String, String> headers) {
    Session {
        headers = Map.copyOf(headers);
    }

    void run(Runnable step) {
        loop.runOnContext(_ -> step.run());
    }

    /** The headers with the token that the caller has by now. */
    Map<String, String> headers(Caller renewed) {
        Map<String, String> own = new HashMap<>(headers);
        own.put("Authorization", renewed.authorization());
        return own;
    }
}

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
 * @param context what subgraphs are sent along, beside who asks
 */
record Session(Context loop, Caller caller, String client, Map<String, String> context) {
    Session {
        context = Map.copyOf(context);
    }

    void run(Runnable step) {
        loop.runOnContext(_ -> step.run());
    }

    /** What subgraphs are sent along. */
    Map<String, String> headers() {
        return headers(caller);
    }

    /** The same with the token that the caller has by now. */
    Map<String, String> headers(Caller renewed) {
        Map<String, String> own = new HashMap<>(context);
        own.put("Authorization", renewed.authorization());
        return own;
    }
}

package org.khabar.gateway.live;

import java.util.Arrays;
import org.khabar.gateway.json.JsonKey;
import org.khabar.gateway.json.JsonScanner;
import org.khabar.gateway.json.JsonSyntaxException;

/**
 * A message of {@code graphql-transport-ws} as subgraphs send them.
 *
 * @param type what it says
 * @param payload the JSON that it brings; empty when it brings none
 */
record UpstreamMessage(String type, byte[] payload) {
    private static final JsonKey TYPE = JsonKey.of("type");
    private static final JsonKey PAYLOAD = JsonKey.of("payload");

    /**
     * Reads a message; its payload is walked over, not read.
     *
     * @throws JsonSyntaxException when it is none
     */
    static UpstreamMessage read(byte[] json, int maxDepth) {
        JsonScanner scanner = new JsonScanner(json, maxDepth);
        String type = "";
        byte[] payload = {};
        scanner.expect('{');
        for (boolean more = !scanner.tryRead('}'); more; more = scanner.hasMore('}')) {
            if (scanner.tryKey(TYPE)) {
                scanner.peek();
                int start = scanner.skipString();
                type = scanner.text(start, scanner.position() - 1);
            } else if (scanner.tryKey(PAYLOAD)) {
                scanner.peek();
                int start = scanner.position();
                scanner.skipValue();
                payload = Arrays.copyOfRange(json, start, scanner.position());
            } else {
                scanner.skipMember();
            }
        }
        scanner.expectEnd();
        return new UpstreamMessage(type, payload);
    }

    /** Errors that kept the operation from running, as the response that they would have been. */
    byte[] asResponse() {
        byte[] opening = "{\"errors\":".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] response = Arrays.copyOf(opening, opening.length + payload.length + 1);
        System.arraycopy(payload, 0, response, opening.length, payload.length);
        response[response.length - 1] = '}';
        return response;
    }
}

package org.khabar.gateway.live;

/**
 * The WebSocket protocol that both clients and subgraphs speak.
 *
 * @see <a href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md">graphql-transport-ws</a>
 */
final class Protocol {
    static final String NAME = "graphql-transport-ws";

    static final int GOING_AWAY = 1001;
    /** Never sent: there was no code (RFC 6455, section 7.4.1). */
    static final int BROKEN_OFF = 1006;

    static final int POLICY_VIOLATION = 1008;
    static final int TOO_BIG = 1009;
    static final int RESTARTS = 1012;
    static final int TRY_LATER = 1013;
    static final int BAD_MESSAGE = 4400;
    static final int UNAUTHORIZED = 4401;
    static final int FORBIDDEN = 4403;
    static final int SUBPROTOCOL_NOT_ACCEPTABLE = 4406;
    static final int TIMEOUT = 4408;
    static final int SUBSCRIBER_EXISTS = 4409;
    static final int TOO_MANY_INITS = 4429;

    private Protocol() {}

    /** Whether a subgraph that closes with it does not accept the token, or no longer. */
    static boolean isAboutTheToken(int code) {
        return code == UNAUTHORIZED || code == FORBIDDEN || code == POLICY_VIOLATION;
    }

    /** Whether it would be closed again for the same reason. */
    static boolean isFinal(int code) {
        return code >= 4000 && code < 5000 && code != TIMEOUT;
    }
}

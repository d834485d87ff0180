package org.khabar.gateway.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** Times and sizes of what goes in and out. */
@ConfigMapping(prefix = "khabar.gateway.http")
public interface HttpConfig {

    /** How long one client request may take, with all its fetches. */
    @WithDefault("30s")
    Duration requestTimeout();

    /** From when on an operation is logged as slow, with its plan. */
    @WithDefault("5s")
    Duration slowQuery();

    /** How long a request's body may take to come in. */
    @WithDefault("10s")
    Duration bodyTimeout();

    /** How long the head of a request may take to come in: of the first from when its connection was opened. */
    @WithDefault("10s")
    Duration headerTimeout();

    /** How long a client may take nothing of what was written to it before its connection is closed. */
    @WithDefault("30s")
    Duration writeTimeout();

    /**
     * Bytes of an answer that a client takes in a second, if it is slow: so much more time than {@link #writeTimeout} has
     * it for the answer. At least 1.
     */
    @WithDefault("65536")
    int minReadingRate();

    /** Requests that may wait on a connection for the one before them; while there are more, it is not read. */
    @WithDefault("8")
    int maxPipelined();

    /** How many requests one body may hold (a batch); 1 for no batches. */
    @WithDefault("1")
    int maxBatchSize();

    /**
     * Whether a GET without a token and with no word of where it is from must have a header that pages of other sites
     * cannot send unasked. Of no effect unless callers without a token are served.
     */
    @WithDefault("true")
    boolean requirePreflight();

    /** How long one fetch from a subgraph may take, connecting included; never longer than the request has left. */
    @WithDefault("10s")
    Duration subgraphTimeout();

    /** How long connecting to a subgraph may take. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** Bytes of one subgraph's answer. At most 64 MiB. */
    @WithDefault("16777216")
    int maxAnswerBytes();

    /** Bytes of all subgraphs' answers to one request together, and of the answer to the client. */
    @WithDefault("33554432")
    int maxResponseBytes();

    /** Whether identical fetches that are under way at the same time, for the same caller, are sent once. */
    @WithDefault("false")
    boolean shareFetches();

    /** Operations that are new and may be parsed, checked and planned at once, or wait for it; of more, none. */
    @WithDefault("200")
    int maxPreparing();

    /** Operations among them that one client was the first to ask for. */
    @WithDefault("20")
    int maxPreparingPerClient();

    /** Threads that do that; as many as there are processors when not set. */
    OptionalInt preparingThreads();

    /** Connections to one subgraph. */
    @WithDefault("64")
    int connectionsPerSubgraph();

    /** Fetches from one subgraph that may wait for a connection. */
    @WithDefault("1024")
    int maxWaitingFetches();
}

package org.khabar.entity.ruling;

import java.time.Instant;
import java.util.UUID;

/**
 * A decision that was made; ids of entities that were merged are those that stand for them now.
 *
 * @param ruling what came of it
 * @param version the ruling's version that came of it
 * @param undone whether it was taken back
 */
public record PastDecision(UUID ruling, int version, Decision decision, boolean undone, Instant at) {}

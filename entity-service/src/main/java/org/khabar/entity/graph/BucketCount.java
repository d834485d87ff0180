package org.khabar.entity.graph;

import java.time.LocalDate;
import java.util.UUID;

/**
 * How much an outlet wrote of an entity in a bucket.
 *
 * @param start the bucket's first day
 * @param outlet the outlet's code, empty when it is not known
 */
record BucketCount(UUID entity, LocalDate start, String outlet, int articles, int mentions) {}

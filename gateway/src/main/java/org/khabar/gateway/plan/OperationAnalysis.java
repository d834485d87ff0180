package org.khabar.gateway.plan;

/**
 * What is known of an operation before it is planned.
 *
 * @param factors what may make a difference to its plan
 * @param cost what it is estimated to cost
 * @param cache how long its answer may be kept
 */
public record OperationAnalysis(PlanFactors factors, OperationCost cost, CachePolicy cache) {}

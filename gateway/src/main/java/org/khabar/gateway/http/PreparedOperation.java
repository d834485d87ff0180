package org.khabar.gateway.http;

import org.khabar.gateway.plan.QueryPlan;

/**
 * An operation that is ready to be run for one request.
 *
 * @param analysed what was asked
 * @param plan how it is answered
 * @param found whether both were there already, from another request
 */
record PreparedOperation(AnalysedOperation analysed, QueryPlan plan, boolean found) {}

package org.khabar.gateway.http;

import graphql.language.OperationDefinition;
import org.khabar.gateway.plan.QueryPlan;

/**
 * An operation that is parsed, valid and planned.
 *
 * @param operation what was asked
 * @param plan how it is answered
 */
record PreparedOperation(OperationDefinition operation, QueryPlan plan) {}

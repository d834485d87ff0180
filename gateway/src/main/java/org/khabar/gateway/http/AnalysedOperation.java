package org.khabar.gateway.http;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import org.khabar.gateway.plan.OperationAnalysis;
import org.khabar.gateway.plan.PlanKey;

/**
 * An operation that is parsed and valid, whoever asks.
 *
 * @param document the document
 * @param operation the operation of it that was asked for
 * @param key the key of its plan where nothing is refused
 * @param analysis what is known of it before it is planned
 */
record AnalysedOperation(Document document, OperationDefinition operation, PlanKey key, OperationAnalysis analysis) {}

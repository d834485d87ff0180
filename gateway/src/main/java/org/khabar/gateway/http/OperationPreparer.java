package org.khabar.gateway.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ParseAndValidate;
import graphql.language.Document;
import graphql.language.SourceLocation;
import graphql.parser.InvalidSyntaxException;
import graphql.validation.ValidationError;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.guard.DocumentGuard;
import org.khabar.gateway.guard.GuardConfig;
import org.khabar.gateway.guard.LimitExceededException;
import org.khabar.gateway.plan.CallerRights;
import org.khabar.gateway.plan.Delivery;
import org.khabar.gateway.plan.IncrementalRules;
import org.khabar.gateway.plan.Operations;
import org.khabar.gateway.plan.PlanCache;
import org.khabar.gateway.plan.PlanFactors;
import org.khabar.gateway.plan.PlanKey;
import org.khabar.gateway.plan.PlanVariant;
import org.khabar.gateway.plan.PlanningException;
import org.khabar.gateway.plan.QueryPlan;
import org.khabar.gateway.schema.SchemaConfig;
import org.khabar.gateway.schema.ServedSchema;
import org.khabar.gateway.security.Caller;

/**
 * Parses, validates and plans operations. What came before, letter by letter, is found at once; what is new is worked
 * on beside the event loop.
 */
@Singleton
class OperationPreparer {
    private final SharedSteps<OperationKey, AnalysedOperation> analysing;
    private final SharedSteps<Planned, QueryPlan> planning;
    private final DocumentGuard guard;
    private final OverrideLabels labels;
    private final int defaultListSize;
    private final Cache<OperationKey, AnalysedOperation> analysed;
    private volatile @Nullable ServedSchema latest;

    OperationPreparer(
            Vertx vertx,
            PreparingThreads threads,
            DocumentGuard guard,
            OverrideLabels labels,
            GuardConfig limits,
            SchemaConfig config) {
        this.analysing = new SharedSteps<>(vertx, threads);
        this.planning = new SharedSteps<>(vertx, threads);
        this.guard = guard;
        this.labels = labels;
        this.defaultListSize = limits.defaultListSize();
        this.analysed = Caffeine.newBuilder()
                .maximumWeight(config.planCacheWeight())
                .<OperationKey, AnalysedOperation>weigher((key, _) -> key.weight())
                .build();
    }

    /**
     * Prepares an operation for a caller; fails with {@link RequestException} when it cannot be run.
     *
     * @param takesParts whether the answer may come in parts, if the operation asks for that
     */
    Future<PreparedOperation> prepare(ServedSchema schema, GraphqlRequest request, Caller caller, boolean takesParts) {
        CallerRights rights = Rights.of(caller);
        String client = caller.id();
        forgetOthers(schema);
        OperationKey key = OperationKey.of(schema, request);
        AnalysedOperation known = analysed.getIfPresent(key);
        return known == null
                ? analysing
                        .run(key, client, () -> refusing(() -> keep(key, analyse(schema, request))))
                        .compose(operation -> prepare(
                                schema, operation, client, variant(operation, rights, request, takesParts), false))
                : prepare(schema, known, client, variant(known, rights, request, takesParts), true);
    }

    private AnalysedOperation keep(OperationKey key, AnalysedOperation operation) {
        analysed.put(key, operation);
        return operation;
    }

    /** A schema that was swapped out is not kept alive by the operations that it was asked. */
    private void forgetOthers(ServedSchema schema) {
        if (latest != schema) {
            latest = schema;
            analysed.invalidateAll();
        }
    }

    private Future<PreparedOperation> prepare(
            ServedSchema schema, AnalysedOperation operation, String client, PlanVariant variant, boolean found) {
        PlanKey key = operation.key().with(variant);
        return schema.plans()
                .find(key)
                .map(plan -> Future.succeededFuture(new PreparedOperation(operation, plan, found)))
                .orElseGet(() -> planning.run(
                                new Planned(schema.plans(), key),
                                client,
                                () -> refusing(() -> plan(schema, operation, key, variant)))
                        .map(plan -> new PreparedOperation(operation, plan, false)));
    }

    private static QueryPlan plan(ServedSchema schema, AnalysedOperation operation, PlanKey key, PlanVariant variant) {
        String name = key.operationName().isEmpty() ? null : key.operationName();
        return schema.plans().get(key, () -> schema.planner().plan(operation.document(), name, variant));
    }

    private PlanVariant variant(
            AnalysedOperation operation, CallerRights rights, GraphqlRequest request, boolean takesParts) {
        PlanFactors factors = operation.analysis().factors();
        Delivery delivery = factors.delivery().choose(takesParts, request.variables());
        return factors.variant(rights, labels.choose(factors.labels()), delivery);
    }

    private static <T> T refusing(Supplier<T> step) {
        try {
            return step.get();
        } catch (InvalidSyntaxException e) {
            throw RequestException.refused(List.of(syntaxError(e)));
        } catch (LimitExceededException e) {
            throw RequestException.refused(
                    List.of(located(String.valueOf(e.getMessage()), "LIMIT_EXCEEDED", e.location())));
        } catch (PlanningException e) {
            throw RequestException.refused(String.valueOf(e.getMessage()), e.code());
        }
    }

    private AnalysedOperation analyse(ServedSchema schema, GraphqlRequest request) {
        Document document = guard.parse(request.query());
        validate(schema, document);
        return new AnalysedOperation(
                document,
                Operations.get(document, request.operationName()),
                PlanKey.of(document, request.operationName()),
                schema.planner().analyse(document, request.operationName(), defaultListSize));
    }

    private static void validate(ServedSchema schema, Document document) {
        List<ValidationError> errors =
                ParseAndValidate.validate(schema.supergraph().apiSchema(), document, Locale.ENGLISH);
        if (!errors.isEmpty()) {
            throw RequestException.refused(
                    errors.stream().map(OperationPreparer::validationError).toList());
        }
        List<IncrementalRules.Violation> violations =
                IncrementalRules.check(schema.supergraph().apiSchema(), document);
        if (!violations.isEmpty()) {
            throw RequestException.refused(
                    violations.stream().map(OperationPreparer::violation).toList());
        }
    }

    private static ExecutionError validationError(ValidationError error) {
        return located(error.getMessage(), "GRAPHQL_VALIDATION_FAILED", error.getLocations());
    }

    private static ExecutionError violation(IncrementalRules.Violation violation) {
        SourceLocation location = violation.location();
        return located(
                violation.message(), "GRAPHQL_VALIDATION_FAILED", location == null ? List.of() : List.of(location));
    }

    private static ExecutionError syntaxError(InvalidSyntaxException error) {
        return located(String.valueOf(error.getMessage()), "GRAPHQL_PARSE_FAILED", error.getLocation());
    }

    private static ExecutionError located(String message, String code, @Nullable SourceLocation location) {
        return located(message, code, location == null ? List.of() : List.of(location));
    }

    private static ExecutionError located(String message, String code, @Nullable List<SourceLocation> locations) {
        List<SourceLocation> known = locations == null ? List.of() : locations;
        return new ExecutionError(
                message,
                known.stream()
                        .map(location -> new ExecutionError.Location(location.getLine(), location.getColumn()))
                        .toList(),
                null,
                Map.of("code", code));
    }

    /** A plan of one schema, whose plans are kept apart from others'. */
    private record Planned(PlanCache plans, PlanKey key) {}
}

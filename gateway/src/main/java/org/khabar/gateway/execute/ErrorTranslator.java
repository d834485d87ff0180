package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.AnswerShape;

/** Rewrites the problems of fetches as errors of the client's answer, with the client's paths. */
final class ErrorTranslator {
    private final TreeLocator locator;
    private final PathTranslator paths;
    private final ErrorCollector errors;
    private final int maxDepth;

    /**
     * A translator for one answer.
     *
     * @param maxDepth how many steps of a path in a subgraph's answer count; its data nests no deeper
     */
    ErrorTranslator(TreeLocator locator, PathTranslator paths, ErrorCollector errors, int maxDepth) {
        this.locator = locator;
        this.paths = paths;
        this.errors = errors;
        this.maxDepth = maxDepth;
    }

    /** Adds a problem's errors, as many as there is room for. */
    void translate(FetchProblem problem) {
        switch (problem) {
            case FetchProblem.Failed failed -> failed(failed);
            case FetchProblem.Reported reported -> {
                for (Map<String, @Nullable Object> error : reported.errors()) {
                    reported(reported, error);
                }
            }
        }
    }

    /** Every field that the fetch should have brought is at fault, as a single server would say. */
    private void failed(FetchProblem.Failed problem) {
        if (errors.isFull()) {
            return;
        }
        SubgraphFailure failure = problem.failure();
        Map<String, @Nullable Object> extensions = new LinkedHashMap<>();
        extensions.put("code", failure.code());
        extensions.put("service", problem.fetch().subgraph());
        int before = errors.size();
        locator.findAll(problem.targets()).stream()
                .flatMap(place -> brought(problem, place).map(field -> append(place.path(), field)))
                .takeWhile(_ -> !errors.isFull())
                .forEach(path -> errors.add(new ExecutionError(failure.explain(), path, extensions)));
        if (errors.size() == before) {
            errors.add(new ExecutionError(failure.explain(), null, extensions));
        }
    }

    /** Response keys of the fields that the fetch brings to an object. */
    private Stream<String> brought(FetchProblem.Failed problem, TreeLocator.Place place) {
        return problem.fetch().answer().entries().stream()
                .flatMap(entry -> paths.fields(place.output(), place.object().type, entry).stream())
                .map(field -> field.key().text())
                .distinct();
    }

    private void reported(FetchProblem.Reported problem, Map<String, @Nullable Object> error) {
        if (errors.isFull()) {
            return;
        }
        String message = error.get("message") instanceof String text ? text : "The service reported an error";
        Map<String, @Nullable Object> extensions =
                ErrorExtensions.of(error.get("extensions"), problem.fetch().subgraph());
        List<?> path = error.get("path") instanceof List<?> list
                ? list.subList(0, Math.min(list.size(), maxDepth))
                : List.of();
        boolean isRoot = !problem.fetch().isEntityFetch();
        List<TreeLocator.Place> places = isRoot ? rootPlaces(problem, path) : entityPlaces(problem, path);
        if (places.isEmpty()) {
            errors.add(new ExecutionError(message, null, extensions));
        }
        List<?> rest = isRoot ? path : isInEntity(problem, path) ? path.subList(2, path.size()) : List.of();
        places.stream()
                .flatMap(place -> paths.translate(place, rest, problem.fetch().answer()).stream())
                .takeWhile(_ -> !errors.isFull())
                .forEach(translated -> errors.add(new ExecutionError(message, translated, extensions)));
    }

    private List<TreeLocator.Place> rootPlaces(FetchProblem.Reported problem, List<?> path) {
        return path.isEmpty() ? List.of() : locator.find(problem.targets().getFirst());
    }

    private static boolean isInEntity(FetchProblem.Reported problem, List<?> path) {
        return path.size() > 1
                && path.get(1) instanceof Integer index
                && index >= 0
                && index < problem.targets().size();
    }

    private List<TreeLocator.Place> entityPlaces(FetchProblem.Reported problem, List<?> path) {
        boolean inEntity = isInEntity(problem, path);
        List<TreeLocator.Place> places = inEntity
                ? locator.find(problem.targets().get((Integer) path.get(1)))
                : locator.findAll(problem.targets());
        places.stream()
                .filter(place ->
                        inEntity && isUntouched(place.object(), problem.fetch().answer()))
                .forEach(place -> errors.explain(place.path()));
        return places;
    }

    /** Whether the entity itself came back as null, which the error explains for all its fields. */
    private static boolean isUntouched(DataObject object, AnswerShape shape) {
        return shape.entries().stream().allMatch(entry -> {
            int index = entry.index();
            return index < 0
                    || (entry.shape() == null ? object.leaves[index] == Slices.ABSENT : object.children[index] == null);
        });
    }

    private static List<Object> append(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}

package org.khabar.gateway.execute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.AnswerShape;
import org.khabar.gateway.plan.OutputSelection;
import org.khabar.gateway.plan.OutputSelection.Kind;
import org.khabar.gateway.plan.OutputSelection.OutputField;

/** Rewrites the problems of fetches as errors of the client's answer, with the client's paths. */
final class ErrorTranslator {
    private final DataObject root;
    private final OutputSelection output;
    private final ErrorCollector errors;
    private final ExecutionLimits limits;

    ErrorTranslator(DataObject root, OutputSelection output, ErrorCollector errors, ExecutionLimits limits) {
        this.root = root;
        this.output = output;
        this.errors = errors;
        this.limits = limits;
    }

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
        List<DataObject> objects =
                problem.targets().stream().flatMap(List::stream).toList();
        List<TreeLocator.Place> places = TreeLocator.find(root, output, objects, limits.maxErrors());
        SubgraphFailure failure = problem.failure();
        Map<String, @Nullable Object> extensions = new LinkedHashMap<>();
        extensions.put("code", failure.code());
        extensions.put("service", problem.fetch().subgraph());
        int before = errors.size();
        for (TreeLocator.Place place : places) {
            for (String field : brought(problem, place)) {
                errors.add(new ExecutionError(failure.explain(), append(place.path(), field), extensions));
            }
        }
        if (errors.size() == before) {
            errors.add(new ExecutionError(failure.explain(), null, extensions));
        }
    }

    /** Response keys of the fields that the fetch brings to an object. */
    private static List<String> brought(FetchProblem.Failed problem, TreeLocator.Place place) {
        List<OutputField> fields = place.output().find(place.object().type);
        if (fields == null) {
            return List.of();
        }
        return fields.stream()
                .filter(field -> problem.fetch().answer().entries().stream().anyMatch(entry -> isSame(field, entry)))
                .map(field -> field.key().text())
                .toList();
    }

    private static boolean isSame(OutputField field, AnswerShape.Entry entry) {
        return field.index() >= 0
                && field.index() == entry.index()
                && (field.kind() == Kind.OBJECT) == (entry.shape() != null);
    }

    private void reported(FetchProblem.Reported problem, Map<String, @Nullable Object> error) {
        String message = error.get("message") instanceof String text ? text : "The service reported an error";
        Map<String, @Nullable Object> extensions =
                ErrorExtensions.of(error.get("extensions"), problem.fetch().subgraph());
        List<?> path = error.get("path") instanceof List<?> list ? list : List.of();
        List<List<Object>> paths =
                problem.fetch().isEntityFetch() ? entityPaths(problem, path) : rootPaths(problem, path);
        if (paths.isEmpty()) {
            errors.add(new ExecutionError(message, null, extensions));
        }
        paths.forEach(translated -> errors.add(new ExecutionError(message, translated, extensions)));
    }

    private List<List<Object>> rootPaths(FetchProblem.Reported problem, List<?> path) {
        if (path.isEmpty()) {
            return List.of();
        }
        List<TreeLocator.Place> places =
                TreeLocator.find(root, output, problem.targets().getFirst(), limits.maxErrors());
        return places.stream()
                .map(place -> translated(place, path, problem.fetch().answer()))
                .toList();
    }

    private List<List<Object>> entityPaths(FetchProblem.Reported problem, List<?> path) {
        boolean inEntity = path.size() > 1
                && path.get(1) instanceof Integer index
                && index >= 0
                && index < problem.targets().size();
        List<DataObject> objects = inEntity
                ? problem.targets().get((Integer) path.get(1))
                : problem.targets().stream().flatMap(List::stream).toList();
        List<?> rest = inEntity ? path.subList(2, path.size()) : List.of();
        List<TreeLocator.Place> places = TreeLocator.find(root, output, objects, limits.maxErrors());
        AnswerShape shape = problem.fetch().answer();
        places.stream()
                .filter(place -> inEntity && isUntouched(place.object(), shape))
                .forEach(place -> errors.explain(place.path()));
        return places.stream().map(place -> translated(place, rest, shape)).toList();
    }

    /** Whether the entity itself came back as null, which the error explains for all its fields. */
    private static boolean isUntouched(DataObject object, AnswerShape shape) {
        return shape.entries().stream().allMatch(entry -> {
            int index = entry.index();
            return index < 0
                    || (entry.shape() == null ? object.leaves[index] == Slices.ABSENT : object.children[index] == null);
        });
    }

    private static List<Object> translated(TreeLocator.Place place, List<?> path, AnswerShape shape) {
        List<Object> result = new ArrayList<>(place.path());
        AnswerShape shapeHere = shape;
        @Nullable Object value = place.object();
        OutputSelection outputHere = place.output();
        for (Object step : path) {
            if (step instanceof Integer index) {
                result.add(index);
                value = value instanceof DataList list ? list.get(index) : null;
                continue;
            }
            Optional<AnswerShape.Entry> entry = entry(shapeHere, step);
            Optional<OutputField> field = field(outputHere, value, entry);
            if (field.isEmpty()) {
                return result;
            }
            result.add(field.get().key().text());
            AnswerShape below = entry.orElseThrow().shape();
            OutputSelection outputBelow = field.get().selection();
            if (below != null && outputBelow != null) {
                value = value instanceof DataObject object
                        ? object.children[field.get().index()]
                        : null;
                shapeHere = below;
                outputHere = outputBelow;
            }
        }
        return result;
    }

    private static Optional<AnswerShape.Entry> entry(AnswerShape shape, Object step) {
        return shape.entries().stream()
                .filter(entry -> entry.key().text().equals(step))
                .findFirst();
    }

    private static Optional<OutputField> field(
            OutputSelection output, @Nullable Object value, Optional<AnswerShape.Entry> entry) {
        String type = value instanceof DataObject object ? object.type : null;
        List<OutputField> fields = output.find(type);
        return fields == null || entry.isEmpty()
                ? Optional.empty()
                : fields.stream().filter(field -> isSame(field, entry.get())).findFirst();
    }

    private static List<Object> append(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}

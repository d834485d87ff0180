package org.khabar.gateway.plan;

import graphql.language.OperationDefinition.Operation;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.CacheHint;
import org.khabar.gateway.supergraph.Supergraph;

/**
 * Works out how long the answer to an operation may be kept: no longer than any of its parts. The rules are those of
 * Apollo Server: a hint on a field outweighs that on its type; without one, fields of the root and fields that have
 * fields are not kept, and leaves as long as their parent.
 */
final class CacheCompiler {
    private final Supergraph supergraph;
    private final Types types;
    private int maxAge = Integer.MAX_VALUE;
    private boolean isPrivate;

    CacheCompiler(Supergraph supergraph, Types types) {
        this.supergraph = supergraph;
        this.types = types;
    }

    CachePolicy compile(Operation operation, ClientSelection root) {
        if (operation != Operation.QUERY) {
            return CachePolicy.NONE;
        }
        restrict(root, true);
        return maxAge == 0 || maxAge == Integer.MAX_VALUE ? CachePolicy.NONE : new CachePolicy(maxAge, isPrivate);
    }

    private void restrict(ClientSelection selection, boolean isRoot) {
        for (ClientField field : selection.fields()) {
            if (field.name.startsWith("__")) {
                maxAge = field.isTypename() ? maxAge : 0;
            } else if (maxAge > 0) {
                restrict(field, isRoot);
            }
        }
    }

    private void restrict(ClientField field, boolean isRoot) {
        CacheHint own = types.field(field.onType, field.name).traits().cache();
        CacheHint ofType = supergraph
                .findType(field.type.name())
                .map(type -> type.traits().cache())
                .orElse(null);
        Integer age = own != null && own.maxAge() != null ? own.maxAge() : ofType == null ? null : ofType.maxAge();
        if (age != null) {
            maxAge = Math.min(maxAge, age);
        } else if (isRoot || field.selection != null && !inherits(own) && !inherits(ofType)) {
            maxAge = 0;
        }
        isPrivate |= own != null && own.isPrivate() != null ? own.isPrivate() : isPrivate(ofType);
        if (field.selection != null) {
            restrict(field.selection, false);
        }
    }

    private static boolean inherits(@Nullable CacheHint hint) {
        return hint != null && hint.inheritMaxAge();
    }

    private static boolean isPrivate(@Nullable CacheHint hint) {
        return hint != null && Boolean.TRUE.equals(hint.isPrivate());
    }
}

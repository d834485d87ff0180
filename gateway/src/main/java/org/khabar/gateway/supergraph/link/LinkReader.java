package org.khabar.gateway.supergraph.link;

import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.EnumValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.link.InvalidLinkException.Reason;

/** Reads one application of {@code @link}, or of {@code @core}. */
final class LinkReader {
    private static final Pattern URL =
            Pattern.compile("(?<identity>.*?/?(?<name>[^/]+))(?:/(?<version>v\\d+\\.\\d+))/?");
    private static final Pattern NAME = Pattern.compile("@?[A-Za-z][A-Za-z0-9_-]*");

    private LinkReader() {}

    static Link read(Directive directive) {
        String url = Arguments.findString(directive, "url")
                .or(() -> Arguments.findString(directive, "feature"))
                .orElseThrow(() -> usage("@link needs the url of a specification"));
        Matcher matcher = URL.matcher(url);
        boolean versioned = matcher.matches();
        String identity = versioned ? matcher.group("identity") : url;
        String feature = identity.substring(identity.lastIndexOf('/') + 1);
        if (feature.isBlank()) {
            throw new InvalidLinkException(Reason.IDENTIFIER, "@link(url: \"" + url + "\") names no specification");
        }
        String namespace = Arguments.findString(directive, "as").orElse(feature);
        Map<String, String> imports = imports(url, Arguments.find(directive, "import"));
        return new Link(
                url,
                identity,
                feature,
                versioned ? matcher.group("version") : null,
                namespace,
                imports,
                purpose(Arguments.find(directive, "for")));
    }

    private static @Nullable String purpose(@Nullable Value<?> value) {
        return switch (value) {
            case EnumValue name -> name.getName();
            case StringValue text -> text.getValue();
            case NullValue _ -> null;
            case null -> null;
            default -> throw usage("@link(for:) is SECURITY or EXECUTION");
        };
    }

    private static Map<String, String> imports(String url, @Nullable Value<?> value) {
        Map<String, String> imports = new LinkedHashMap<>();
        switch (value) {
            case null -> {}
            case NullValue _ -> {}
            case ArrayValue list -> list.getValues().forEach(entry -> addImport(url, imports, entry));
            default -> throw usage("@link(url: \"" + url + "\", import:) must be a list");
        }
        return imports;
    }

    private static void addImport(String url, Map<String, String> imports, Value<?> entry) {
        switch (entry) {
            case StringValue name -> put(url, imports, text(name), text(name));
            case ObjectValue renamed -> addRenamed(url, imports, renamed);
            default -> throw usage("@link(url: \"" + url + "\", import:) takes names and {name, as} objects only");
        }
    }

    private static void addRenamed(String url, Map<String, String> imports, ObjectValue renamed) {
        String name = null;
        String alias = null;
        for (ObjectField field : renamed.getObjectFields()) {
            if (!(field.getValue() instanceof StringValue value)) {
                throw usage("@link(url: \"" + url + "\", import:): " + field.getName() + " must be a string");
            }
            switch (field.getName()) {
                case "name" -> name = text(value);
                case "as" -> alias = text(value);
                default -> throw usage("@link(url: \"" + url + "\", import:) has no field " + field.getName());
            }
        }
        if (name == null) {
            throw usage("@link(url: \"" + url + "\", import:) has an entry without a name");
        }
        put(url, imports, name, alias == null ? name : alias);
    }

    private static void put(String url, Map<String, String> imports, String name, String alias) {
        if (!NAME.matcher(name).matches() || !NAME.matcher(alias).matches()) {
            throw usage("@link(url: \"" + url + "\", import:): " + name + " is no name that can be imported");
        }
        if (name.startsWith("@") != alias.startsWith("@")) {
            throw usage("@link(url: \"" + url + "\", import:): " + name + " cannot be renamed " + alias
                    + ", a directive's name starts with @ and a type's does not");
        }
        imports.put(name, alias);
    }

    private static String text(StringValue value) {
        return String.valueOf(value.getValue());
    }

    private static InvalidLinkException usage(String message) {
        return new InvalidLinkException(Reason.USAGE, message);
    }
}

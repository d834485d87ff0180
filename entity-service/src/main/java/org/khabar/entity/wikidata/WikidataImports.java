package org.khabar.entity.wikidata;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.failure.ErrorCode;
import org.khabar.entity.failure.RequestFailure;
import org.khabar.entity.paging.PagingConfig;
import org.khabar.entity.tagging.EntityType;

/** Starts, stops and shows imports. */
@ApplicationScoped
class WikidataImports {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}");
    private static final int MOST_LANGUAGES = 20;

    private final DumpFiles files;
    private final WikidataImportRepository imports;
    private final WikidataConfig config;
    private final PagingConfig paging;

    WikidataImports(DumpFiles files, WikidataImportRepository imports, WikidataConfig config, PagingConfig paging) {
        this.files = files;
        this.imports = imports;
        this.config = config;
        this.paging = paging;
    }

    /** @throws RequestFailure when the file is not there, an argument cannot be used, or another import is under way */
    WikidataImportNode start(
            String file,
            @Nullable List<EntityType> types,
            @Nullable List<String> languages,
            @Nullable Integer minSitelinks,
            String by) {
        if (!files.isConfigured()) {
            throw RequestFailure.badInput("This service has no directory of dumps (khabar.wikidata.directory).");
        }
        ItemSelection selection = selection(types, languages, minSitelinks);
        Path path = files.find(file)
                .orElseThrow(() ->
                        RequestFailure.badInput("There is no file \"%s\" in the directory of dumps.".formatted(file)));
        return imports.create(file, fingerprint(file, path), size(file, path), selection, by)
                .map(created -> WikidataImportNode.of(created, List.of()))
                .orElseThrow(() -> new RequestFailure(
                        ErrorCode.CONFLICT, 409, "Another import of Wikidata is waiting or under way.", null));
    }

    private ItemSelection selection(
            @Nullable List<EntityType> types, @Nullable List<String> languages, @Nullable Integer minSitelinks) {
        if (types != null && types.isEmpty()) {
            throw RequestFailure.badInput("types is empty: nothing would be imported.");
        }
        List<String> wanted = languages == null
                ? config.languages()
                : languages.stream().distinct().toList();
        if (wanted.isEmpty() || wanted.size() > MOST_LANGUAGES) {
            throw RequestFailure.badInput(
                    "languages must be 1 to %d; there are %d.".formatted(MOST_LANGUAGES, wanted.size()));
        }
        wanted.stream()
                .filter(language -> !LANGUAGE.matcher(language).matches())
                .findFirst()
                .ifPresent(language -> {
                    throw RequestFailure.badInput("languages: \"%s\" is no BCP 47 tag.".formatted(language));
                });
        if (minSitelinks != null && minSitelinks < 0) {
            throw RequestFailure.badInput("minSitelinks is negative.");
        }
        return new ItemSelection(
                types == null ? EnumSet.allOf(EntityType.class) : Set.copyOf(types),
                wanted,
                minSitelinks == null ? 0 : minSitelinks);
    }

    private static String fingerprint(String name, Path path) {
        try {
            return DumpFiles.fingerprint(path);
        } catch (IOException failure) {
            throw unreadable(name);
        }
    }

    private static long size(String name, Path path) {
        try {
            return Files.size(path);
        } catch (IOException failure) {
            throw unreadable(name);
        }
    }

    private static RequestFailure unreadable(String name) {
        return RequestFailure.badInput("The file \"%s\" cannot be read.".formatted(name));
    }

    /** The import, stopped unless it had ended; empty when there is none. */
    Optional<WikidataImportNode> cancel(UUID id) {
        imports.cancel(id);
        return find(id);
    }

    Optional<WikidataImportNode> find(UUID id) {
        return imports.find(id).map(found -> nodes(List.of(found)).getFirst());
    }

    List<WikidataImportNode> listLatest(@Nullable Integer first) {
        int most = first == null ? paging.defaultSize() : first;
        if (most < 0 || most > paging.maxSize()) {
            throw RequestFailure.badInput("first must be 0 to %d.".formatted(paging.maxSize()));
        }
        return nodes(imports.listLatest(most));
    }

    private List<WikidataImportNode> nodes(List<WikidataImport> found) {
        Map<UUID, List<WikidataImport.Skips>> skips =
                imports.listSkips(found.stream().map(WikidataImport::id).toList());
        return found.stream()
                .map(source -> WikidataImportNode.of(source, skips.getOrDefault(source.id(), List.of())))
                .toList();
    }
}

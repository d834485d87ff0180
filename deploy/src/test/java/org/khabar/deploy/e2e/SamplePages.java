package org.khabar.deploy.e2e;

import java.nio.file.Path;
import java.util.List;
import org.khabar.deploy.importing.PageFiles;

/** The pages that ship with Khabar. */
final class SamplePages {
    private SamplePages() {}

    static List<Path> list() {
        return PageFiles.list(List.of(Path.of("samples")));
    }

    /** Those that are text: what is changed in them is changed in the article. */
    static List<Path> listTexts() {
        return list().stream().filter(page -> page.toString().endsWith(".txt")).toList();
    }

    /** The articles in them: one each, but two in the feed. */
    static int countArticles() {
        return list().size() + 1;
    }
}

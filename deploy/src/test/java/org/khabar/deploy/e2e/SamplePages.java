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
}

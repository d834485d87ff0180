package org.khabar.deploy.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class KhabarVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Khabar.class.getPackage().getImplementationVersion();
        return new String[] {"khabar " + Objects.requireNonNullElse(version, "(not packaged)")};
    }
}

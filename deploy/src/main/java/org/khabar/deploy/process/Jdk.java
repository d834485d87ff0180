package org.khabar.deploy.process;

import java.nio.file.Path;

/** The JDK that runs this: it runs the parts too. */
public final class Jdk {
    private Jdk() {}

    public static String java() {
        return Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
    }
}

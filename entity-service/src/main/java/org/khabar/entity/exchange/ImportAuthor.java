package org.khabar.entity.exchange;

/**
 * In whose name an import writes, and how many names it has changed so far.
 *
 * <p>Articles are looked for by each changed name up to a bound; then all are linked again, which is less work.
 */
final class ImportAuthor {

    private final String name;
    private final int mostNames;
    private int names;

    ImportAuthor(String name, int mostNames) {
        this.name = name;
        this.mostNames = mostNames;
    }

    String name() {
        return name;
    }

    /** Counts changed names; whether articles are still to be looked for by them. */
    boolean count(int changed) {
        names = (int) Math.min(Integer.MAX_VALUE, (long) names + changed);
        return names <= mostNames;
    }
}

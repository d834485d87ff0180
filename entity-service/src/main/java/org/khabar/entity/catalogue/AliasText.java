package org.khabar.entity.catalogue;

import java.util.Objects;
import org.khabar.entity.tagging.AliasType;

/** An alias as a source gives it. */
record AliasText(String language, AliasType type, String text) {

    AliasText {
        Objects.requireNonNull(language);
        Objects.requireNonNull(type);
        if (text.isBlank() || !text.equals(text.strip())) {
            throw new IllegalArgumentException("the alias \"%s\" is empty or has outer blanks".formatted(text));
        }
    }

    AliasText withType(AliasType other) {
        return new AliasText(language, other, text);
    }
}

package org.khabar.article.importing.bulk;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A body that is read document by document. Holds no more of it than one document. */
interface ItemSource {

    /**
     * The next document; null at the end of the body.
     *
     * @throws IOException when the body breaks off
     * @throws org.khabar.article.failure.RequestFailure when the rest of the body cannot be used
     */
    @Nullable
    RawItem next() throws IOException;
}

package org.khabar.article.subject;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.khabar.article.outlet.LocalizedName;

/** A subject as GraphQL shows it; what takes arguments or leads to other subjects is a field of its own. */
@Type("Subject")
public record SubjectNode(
        @NonNull @Description("IPTC media topic, such as medtop:04000000.")
        String code,

        @NonNull @Description("Its name in every language that it has one in; none when the code is not known.")
        List<@NonNull LocalizedName> names,

        @Ignore List<String> broaderCodes) {

    static SubjectNode of(Subject subject) {
        return new SubjectNode(subject.code(), subject.names(), subject.broader());
    }
}

package org.khabar.article.subject;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** The subjects that are known. A code that is not among them is one all the same: it has no name and nothing around it. */
@ApplicationScoped
public class SubjectVocabulary {

    private static final Logger LOG = Logger.getLogger(SubjectVocabulary.class);

    private final SubjectTree tree;

    SubjectVocabulary(SubjectConfig config) {
        tree = new SubjectTree(config.vocabulary().map(SubjectFiles::iptc).orElseGet(SubjectFiles::bundled));
    }

    /** Reads the vocabulary while the service starts, so that a file that is none stops it. */
    void onStart(@Observes StartupEvent start) {
        LOG.debugf("There are %d subjects.", tree.size());
    }

    /** A code and all that are below it, as far as they are known. */
    public Set<String> withAllNarrower(String code) {
        return tree.withAllNarrower(code);
    }

    /** The subject of a code that is one, whether it is known or not. */
    public SubjectNode get(String code) {
        return SubjectNode.of(tree.find(code).orElseGet(() -> new Subject(code, List.of(), List.of())));
    }

    Optional<SubjectNode> find(String code) {
        return tree.find(code).map(SubjectNode::of);
    }

    List<SubjectNode> listTop() {
        return tree.listTop().stream().map(SubjectNode::of).toList();
    }

    List<SubjectNode> listNarrower(String code) {
        return tree.listNarrower(code).stream().map(SubjectNode::of).toList();
    }
}

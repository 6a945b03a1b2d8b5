package org.volans.api.image;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What a cutout of a local file gave. */
@ProviderType
public sealed interface CutoutOutcome {

    /** A file with the axes' lengths, NAXIS1 first. */
    record Written(Path file, List<Long> shape) implements CutoutOutcome {}

    /** The region or band has nothing in common with the image. */
    record NoOverlap(String message) implements CutoutOutcome {}
}

package org.volans.tour.internal;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;

/** A monitor that is cancelled with its parent, and can be cancelled without it. */
final class LinkedMonitor extends NullProgressMonitor {

    private final IProgressMonitor parent;

    LinkedMonitor(IProgressMonitor parent) {
        this.parent = parent;
    }

    @Override
    public boolean isCanceled() {
        return super.isCanceled() || parent.isCanceled();
    }
}

package org.volans.api.net;

import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.ServiceException;

/**
 * HTTP for all other services: redirects, compression, a disk cache that follows RFC 9111, retries of calls that may be
 * repeated, and at most a few exchanges per host at a time.
 *
 * <p>Threading: safe for concurrent use; a call blocks its thread (use virtual threads to fan out). Cancelling the
 * monitor aborts the exchange at once, also while the body is being read.
 */
@ProviderType
public interface HttpService {

    /**
     * Sends one request and waits for the answer's head.
     *
     * @param call    what to send
     * @param monitor cancelling it aborts the exchange
     * @return the answer, to be closed by the caller; its status is below 400, or one that the call accepts
     * @throws ServiceException when there is no answer in time or its status is 400 or more; the message holds the
     *                          server's own words, dug out of a DALI error document (DALI 1.1, section 4.2), of HTML or
     *                          of plain text
     * @throws org.eclipse.core.runtime.OperationCanceledException when the monitor is cancelled
     */
    HttpAnswer send(HttpCall call, IProgressMonitor monitor) throws ServiceException;
}

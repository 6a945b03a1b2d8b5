package org.volans.api.samp;

import org.osgi.annotation.versioning.ProviderType;
import org.volans.api.samp.SampService.JoinRequest;

/** Whether there is somebody to talk to. */
@ProviderType
public sealed interface SampState {

    /** Not wanted. */
    record Off() implements SampState {}

    /**
     * Wanted, but no hub runs; joined as soon as there is one.
     *
     * @param why one line for people, such as that the lockfile is one of a hub that is gone
     */
    record Waiting(JoinRequest request, String why) implements SampState {}

    /**
     * Registered with a hub.
     *
     * @param self what we are to the others
     * @param ours whether the hub is one that we started
     * @param web  whether our hub lets programs in web pages in, should they be allowed (SAMP 1.3, section 5)
     */
    record Joined(JoinRequest request, SampClient self, boolean ours, boolean web) implements SampState {}
}

package org.volans.samp.internal;

import org.astrogrid.samp.xmlrpc.LockInfo;
import org.astrogrid.samp.xmlrpc.SampXmlRpcClientFactory;
import org.astrogrid.samp.xmlrpc.SampXmlRpcServerFactory;
import org.astrogrid.samp.xmlrpc.StandardClientProfile;

/** The Standard Profile for a hub that is known, where JSAMP's looks for one itself, once for all. */
final class LockfileProfile extends StandardClientProfile {

    private final HubPlace.Hub hub;

    LockfileProfile(HubPlace.Hub hub, SampXmlRpcClientFactory clients, SampXmlRpcServerFactory servers) {
        super(clients, servers);
        this.hub = hub;
    }

    @Override
    public LockInfo getLockInfo() {
        return new LockInfo(hub.secret(), hub.endpoint().toString());
    }
}

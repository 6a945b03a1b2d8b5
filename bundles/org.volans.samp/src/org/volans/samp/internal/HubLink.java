package org.volans.samp.internal;

import java.util.List;
import org.astrogrid.samp.DataException;
import org.astrogrid.samp.ShutdownManager;
import org.astrogrid.samp.client.CallableClient;
import org.astrogrid.samp.client.SampException;
import org.astrogrid.samp.xmlrpc.SampXmlRpcClient;
import org.astrogrid.samp.xmlrpc.XmlRpcHubConnection;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** A registration by the Standard Profile (SAMP 1.3, section 4), called back in order. Safe for concurrent use. */
final class HubLink extends XmlRpcHubConnection {

    private final Callbacks callbacks;

    /**
     * Registers.
     *
     * @throws SampException also when the hub does not say as whom
     */
    HubLink(SampXmlRpcClient hub, String secret, Callbacks callbacks) throws SampException {
        super(hub, "samp.hub.", List.of(secret));
        this.callbacks = callbacks;
        try {
            getRegInfo().check();
        } catch (DataException e) {
            ShutdownManager.getInstance().unregisterHook(this);
            throw new SampException("the hub's answer breaks the rules of SAMP", e);
        }
    }

    @Override
    public String getClientKey() {
        return getRegInfo().getPrivateKey();
    }

    @Override
    @NonNullByDefault({})
    public void setCallable(CallableClient client) throws SampException {
        callbacks.add(getClientKey(), client);
        exec("setXmlrpcCallback", new Object[] {callbacks.url().toString()});
    }

    @Override
    public void unregister() throws SampException {
        callbacks.remove(getClientKey());
        // also when the hub is gone, of which the superclass would think again when the program ends
        ShutdownManager.getInstance().unregisterHook(this);
        super.unregister();
    }
}

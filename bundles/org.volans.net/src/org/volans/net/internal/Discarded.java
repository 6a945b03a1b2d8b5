package org.volans.net.internal;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;
import org.eclipse.jdt.annotation.NonNullByDefault;

/** Ends an exchange whose body nobody wants: a body that is never subscribed to keeps its connection open. */
@NonNullByDefault({})
final class Discarded implements Flow.Subscriber<List<ByteBuffer>> {

    private Discarded() {}

    static void body(Flow.Publisher<List<ByteBuffer>> body) {
        body.subscribe(new Discarded());
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.cancel();
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        // came before the cancellation did
    }

    @Override
    public void onError(Throwable failure) {
        // nobody reads this body: its failure is no news
    }

    @Override
    public void onComplete() {
        // nothing to tell
    }
}

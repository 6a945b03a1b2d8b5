package org.volans.sky.internal.tap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.volans.api.InputException;
import org.volans.api.adql.AdqlResult;
import org.volans.sky.internal.Parameters;
import org.volans.sky.internal.uws.UwsWork;

/** Runs the queries of a centre, synchronous and asynchronous ones alike. */
final class TapQueries implements UwsWork {

    private final TapCentre centre;

    TapQueries(TapCentre centre) {
        this.centre = centre;
    }

    /** Runs a query; writing the answer is left to the caller. */
    TapAnswer answer(Parameters parameters, IProgressMonitor monitor) throws InputException {
        TapRequest request = TapRequest.of(parameters);
        AdqlResult result = centre.query(request.adql(), Uploads.of(parameters), request.maxrec(), monitor);
        ResultColumns columns =
                ResultColumns.of(result.table(), request.adql(), centre.schema(), centre.centre(), centre.base());
        Map<String, String> infos = new LinkedHashMap<>();
        infos.put("standardID", "ivo://ivoa.net/std/TAP");
        infos.put("provider", centre.centre().title());
        infos.put("QUERY", request.adql());
        return new TapAnswer(
                new ResultVotable(columns.table(), result.overflow(), infos, columns.descriptors()), request.format());
    }

    @Override
    public String run(Parameters parameters, Path target, IProgressMonitor monitor) throws InputException, IOException {
        TapAnswer answer = answer(parameters, monitor);
        answer.write(target);
        return answer.mediaType();
    }
}

package org.volans.engine.internal;

import org.volans.api.table.TableFormat;
import org.volans.sdk.contract.TableFormatContract;

/** Parquet keeps the contract that others' formats have to keep. */
class ParquetContractTest extends TableFormatContract {

    @Override
    protected TableFormat format() {
        return new ParquetFormat();
    }
}

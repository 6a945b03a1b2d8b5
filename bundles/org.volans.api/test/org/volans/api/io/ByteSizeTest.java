package org.volans.api.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSizeTest {

    @ParameterizedTest
    @CsvSource({"0,0 bytes", "999,999 bytes", "1000,1.0 kB", "67108864,67.1 MB", "123456789,123 MB", "5e12,5.0 TB"})
    void writesSizes(double bytes, String text) {
        assertThat(ByteSize.text((long) bytes)).isEqualTo(text);
    }
}

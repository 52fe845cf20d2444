package org.tieline.command;

import java.util.ArrayList;
import org.tieline.exchange.ExportFormat;
import org.tieline.model.InvalidValue;
import org.tieline.model.Term;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a format. */
final class FormatName implements ITypeConverter<ExportFormat> {
    /** What completion offers. */
    static final class Candidates extends ArrayList<String> {
        Candidates() {
            super(Term.words(ExportFormat.class));
        }
    }

    @Override
    public ExportFormat convert(String text) {
        try {
            return Term.parse(ExportFormat.class, text);
        } catch (InvalidValue e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}

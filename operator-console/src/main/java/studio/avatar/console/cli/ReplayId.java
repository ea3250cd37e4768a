package studio.avatar.console.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A replay's id as it is typed: nothing else may become part of an address. */
class ReplayId implements ITypeConverter<String> {

	@Override
	public String convert(String typed) {
		if (!typed.matches("[A-Za-z0-9-]{1,64}")) {
			throw new TypeConversionException("'" + typed + "' is no id of a replay");
		}
		return typed;
	}

}

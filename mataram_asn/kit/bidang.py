"""Form fields that read what people here type."""

import re

from django import forms

_BULAT = re.compile(r"-?([0-9]+|[1-9][0-9]{0,2}(\.[0-9]{3})+)")


class BilanganField(forms.IntegerField):
    """A whole number: "12" or "1.200".

    Django's own field reads "1.000" as 1, "1_0" as 10 and digits of other scripts; nobody should have to guess.
    """

    default_error_messages = {"invalid": "Tulis bilangan bulat dengan angka 0 sampai 9, misalnya 12."}

    def to_python(self, value):
        if isinstance(value, str) and (teks := value.strip()):
            if len(teks) > 20 or not _BULAT.fullmatch(teks):
                raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
            value = teks.replace(".", "")
        return super().to_python(value)

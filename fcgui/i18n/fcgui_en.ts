<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>{n} neurons</source>
        <translation>
            <numerusform>{n} neuron</numerusform>
            <numerusform>{n} neurons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AskRagged</name>
    <message numerus="yes">
        <source>%n row(s) of {file} are not like the others.</source>
        <translation>
            <numerusform>%n row of {file} is not like the others.</numerusform>
            <numerusform>%n rows of {file} are not like the others.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n row(s) of {file} are not like the others.</source>
        <translation>
            <numerusform>At least %n row of {file} is not like the others.</numerusform>
            <numerusform>At least %n rows of {file} are not like the others.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnsModel</name>
    <message numerus="yes">
        <source>%n missing value(s)</source>
        <translation>
            <numerusform>%n missing value</numerusform>
            <numerusform>%n missing values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n class</numerusform>
            <numerusform>%n classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n input(s)</source>
        <translation>
            <numerusform>%n input</numerusform>
            <numerusform>%n inputs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the file left out</source>
        <translation>
            <numerusform>%n row of the file left out</numerusform>
            <numerusform>%n rows of the file left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without a target</source>
        <translation>
            <numerusform>%n row without a target</numerusform>
            <numerusform>%n rows without a target</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InputChips</name>
    <message numerus="yes">
        <source>%n more column(s) in the data panel</source>
        <translation>
            <numerusform>%n more column in the data panel</numerusform>
            <numerusform>%n more columns in the data panel</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LayerPanel</name>
    <message numerus="yes">
        <source>%n input(s). Click to switch on or off:</source>
        <translation>
            <numerusform>%n input. Click to switch on or off:</numerusform>
            <numerusform>%n inputs. Click to switch on or off:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesList</name>
    <message numerus="yes">
        <source>%n row(s) of the file left out</source>
        <translation>
            <numerusform>%n row of the file left out</numerusform>
            <numerusform>%n rows of the file left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PredictionsPage</name>
    <message numerus="yes">
        <source>%n row(s) of the file left out, without a prediction</source>
        <translation>
            <numerusform>%n row of the file left out, without a prediction</numerusform>
            <numerusform>%n rows of the file left out, without a prediction</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingDialog</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the first %n row(s)</source>
        <translation>
            <numerusform>the first %n row</numerusform>
            <numerusform>the first %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowEdits</name>
    <message numerus="yes">
        <source>Leave out %n row(s)</source>
        <translation>
            <numerusform>Leave out %n row</numerusform>
            <numerusform>Leave out %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take in %n row(s) again</source>
        <translation>
            <numerusform>Take in %n row again</numerusform>
            <numerusform>Take in %n rows again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowsBar</name>
    <message numerus="yes">
        <source>%n row(s) left out</source>
        <translation>
            <numerusform>%n row left out</numerusform>
            <numerusform>%n rows left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) selected</source>
        <translation>
            <numerusform>%n row selected</numerusform>
            <numerusform>%n rows selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n column(s) selected</source>
        <translation>
            <numerusform>%n column selected</numerusform>
            <numerusform>%n columns selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
</TS>

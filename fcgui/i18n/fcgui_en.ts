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
        <source>%n row(s) without a target</source>
        <translation>
            <numerusform>%n row without a target</numerusform>
            <numerusform>%n rows without a target</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LayerPanel</name>
    <message numerus="yes">
        <source>%n input(s), one for each encoded column. Tick columns in the data panel.</source>
        <translation>
            <numerusform>%n input, one for each encoded column. Tick columns in the data panel.</numerusform>
            <numerusform>%n inputs, one for each encoded column. Tick columns in the data panel.</numerusform>
        </translation>
    </message>
</context>
</TS>

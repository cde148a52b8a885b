<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>{n} neurons</source>
        <translation>
            <numerusform>{n} нейрон</numerusform>
            <numerusform>{n} нейрона</numerusform>
            <numerusform>{n} нейронов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About fcgui</source>
        <translation>&amp;О программе</translation>
    </message>
    <message>
        <source>&amp;Add layer</source>
        <translation>&amp;Добавить слой</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Тёмное</translation>
    </message>
    <message>
        <source>&amp;Delete layer</source>
        <translation>&amp;Удалить слой</translation>
    </message>
    <message>
        <source>&amp;Export weights…</source>
        <translation>&amp;Экспорт весов…</translation>
    </message>
    <message>
        <source>&amp;Fit drawing</source>
        <translation>&amp;Показать всю сеть</translation>
    </message>
    <message>
        <source>&amp;Import weights…</source>
        <translation>&amp;Импорт весов…</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>С&amp;ветлое</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Открыть…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Пауза</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыход</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>&amp;Reset to the same weights</source>
        <translation>&amp;Сброс к тем же весам</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Обучать</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>A short guide.</source>
        <translation>Краткое руководство.</translation>
    </message>
    <message>
        <source>Add a hidden layer after the selected one.</source>
        <translation>Добавить скрытый слой после выбранного.</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Как в &amp;системе</translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation>Как в &amp;системе</translation>
    </message>
    <message>
        <source>Back to epoch 0 and the same first weights.</source>
        <translation>Вернуться к эпохе 0 и тем же начальным весам.</translation>
    </message>
    <message>
        <source>Back to epoch 0 with other random weights.</source>
        <translation>Вернуться к эпохе 0 с другими случайными весами.</translation>
    </message>
    <message>
        <source>Close the window.</source>
        <translation>Закрыть окно.</translation>
    </message>
    <message>
        <source>Delete the selected hidden layer.</source>
        <translation>Удалить выбранный скрытый слой.</translation>
    </message>
    <message>
        <source>How to &amp;use it</source>
        <translation>Как &amp;пользоваться</translation>
    </message>
    <message>
        <source>Load weights that were exported before.</source>
        <translation>Загрузить веса, сохранённые ранее.</translation>
    </message>
    <message>
        <source>Move layer &amp;left</source>
        <translation>Сдвинуть слой в&amp;лево</translation>
    </message>
    <message>
        <source>Move layer &amp;right</source>
        <translation>Сдвинуть слой в&amp;право</translation>
    </message>
    <message>
        <source>Move the selected layer towards the inputs.</source>
        <translation>Сдвинуть выбранный слой ближе ко входам.</translation>
    </message>
    <message>
        <source>Move the selected layer towards the output.</source>
        <translation>Сдвинуть выбранный слой ближе к выходу.</translation>
    </message>
    <message>
        <source>Open a table first.</source>
        <translation>Сначала откройте таблицу.</translation>
    </message>
    <message>
        <source>Open a table or a weights file.</source>
        <translation>Открыть таблицу или файл весов.</translation>
    </message>
    <message>
        <source>Pause after the present step. (Space)</source>
        <translation>Остановиться после текущего шага. (Пробел)</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Сброс</translation>
    </message>
    <message>
        <source>Reset to &amp;new weights</source>
        <translation>Сброс к &amp;новым весам</translation>
    </message>
    <message>
        <source>Save the trained weights as .npz for NumPy.</source>
        <translation>Сохранить обученные веса в .npz для NumPy.</translation>
    </message>
    <message>
        <source>Show the whole network.</source>
        <translation>Показать всю сеть целиком.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Шаг</translation>
    </message>
    <message>
        <source>Step: one &amp;batch</source>
        <translation>Шаг: один мини-&amp;батч</translation>
    </message>
    <message>
        <source>Step: one &amp;epoch</source>
        <translation>Шаг: одна &amp;эпоха</translation>
    </message>
    <message>
        <source>Train for a number of epochs, then pause.</source>
        <translation>Обучать заданное число эпох, затем остановиться.</translation>
    </message>
    <message>
        <source>Train for some e&amp;pochs…</source>
        <translation>Обучать несколько эпо&amp;х…</translation>
    </message>
    <message>
        <source>Train one epoch: every training row once.</source>
        <translation>Одна эпоха: каждая строка обучающей выборки по одному разу.</translation>
    </message>
    <message>
        <source>Train one mini-batch: a single update of the weights.</source>
        <translation>Один мини-батч: одно обновление весов.</translation>
    </message>
    <message>
        <source>Train until you pause. (Space)</source>
        <translation>Обучать до паузы. (Пробел)</translation>
    </message>
    <message>
        <source>Version and licence.</source>
        <translation>Версия и лицензия.</translation>
    </message>
</context>
<context>
    <name>ActivationPlot</name>
    <message>
        <source>Activation function</source>
        <translation>Функция активации</translation>
    </message>
    <message>
        <source>Select a layer to see its activation function and the slope of it.</source>
        <translation>Выберите слой, чтобы увидеть его функцию активации и её производную.</translation>
    </message>
    <message>
        <source>{name} at z = {z}: {value}, slope {slope}</source>
        <translation>{name} при z = {z}: {value}, производная {slope}</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>About fcgui</source>
        <translation>О программе fcgui</translation>
    </message>
    <message>
        <source>Epochs:</source>
        <translation>Число эпох:</translation>
    </message>
    <message>
        <source>Something went wrong inside the program, and what you did last may not have happened: {what}</source>
        <translation>В программе произошла ошибка; возможно, последнее действие не выполнено: {what}</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Обучать</translation>
    </message>
    <message>
        <source>Train for some epochs</source>
        <translation>Обучать несколько эпох</translation>
    </message>
    <message>
        <source>fcgui</source>
        <translation>fcgui</translation>
    </message>
    <message>
        <source>{count} weights and biases · {dtype}</source>
        <translation>весов и смещений: {count} · {dtype}</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>&amp;Activation</source>
        <translation>&amp;Активация</translation>
    </message>
    <message>
        <source>&amp;Delete layer</source>
        <translation>&amp;Удалить слой</translation>
    </message>
    <message>
        <source>&amp;Fit drawing</source>
        <translation>По&amp;казать всю сеть</translation>
    </message>
    <message>
        <source>&amp;Insert layer after it</source>
        <translation>&amp;Вставить слой после него</translation>
    </message>
    <message>
        <source>&amp;Insert layer before the output</source>
        <translation>&amp;Вставить слой перед выходом</translation>
    </message>
    <message>
        <source>&amp;Number of neurons</source>
        <translation>&amp;Число нейронов</translation>
    </message>
    <message>
        <source>Move &amp;left</source>
        <translation>Сдвинуть в&amp;лево</translation>
    </message>
    <message>
        <source>Move &amp;right</source>
        <translation>Сдвинуть в&amp;право</translation>
    </message>
    <message>
        <source>Select a layer first: click it, or press Left or Right.</source>
        <translation>Сначала выберите слой: щёлкните по нему или нажмите стрелку влево или вправо.</translation>
    </message>
    <message>
        <source>The inputs are the columns of the table: choose them in Data; they stay first.</source>
        <translation>Входы – это столбцы таблицы: они выбираются в панели «Данные» и всегда стоят первыми.</translation>
    </message>
    <message>
        <source>The network is drawn here.
Choose a table in Data or open one: its columns become the inputs, and you draw the layers between them and the output with the mouse.</source>
        <translation>Здесь рисуется нейронная сеть.
Выберите таблицу в панели «Данные» или откройте свою: её столбцы станут входами, а слои между ними и выходом рисуются мышью.</translation>
    </message>
    <message>
        <source>The output layer follows the target of the table: its size and place are fixed.</source>
        <translation>Выходной слой задан целевым столбцом таблицы: его размер и место не меняются.</translation>
    </message>
    <message>
        <source>W{n}, the weights into the {layer}: {shape}</source>
        <translation>W{n}, матрица весов ({layer}): {shape}</translation>
    </message>
    <message>
        <source>activation {label}: {formula}; click to choose another</source>
        <translation>функция активации {label}: {formula}; щёлкните, чтобы выбрать другую</translation>
    </message>
    <message>
        <source>drag up or down for fewer or more neurons</source>
        <translation>тяните вверх или вниз: меньше или больше нейронов</translation>
    </message>
    <message>
        <source>drag up or down here to draw a layer</source>
        <translation>проведите здесь вверх или вниз – появится слой</translation>
    </message>
    <message>
        <source>drag up or down here to draw a layer: a longer stroke means more neurons</source>
        <translation>проведите здесь вверх или вниз – появится слой: чем длиннее штрих, тем больше нейронов</translation>
    </message>
    <message>
        <source>hidden layer {n}</source>
        <translation>скрытый слой {n}</translation>
    </message>
    <message>
        <source>hidden {n}</source>
        <translation>скрытый {n}</translation>
    </message>
    <message>
        <source>input {n} of {units}: {name}</source>
        <translation>вход {n} из {units}: {name}</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>входы</translation>
    </message>
    <message>
        <source>inputs: {n}</source>
        <translation>входов: {n}</translation>
    </message>
    <message>
        <source>inputs: {n}, the columns of the table, scaled</source>
        <translation>входов: {n} – столбцы таблицы после масштабирования</translation>
    </message>
    <message>
        <source>insert a hidden layer here</source>
        <translation>вставить сюда скрытый слой</translation>
    </message>
    <message>
        <source>neuron {n}</source>
        <translation>нейрон {n}</translation>
    </message>
    <message>
        <source>number of neurons: click, type it, press Enter</source>
        <translation>число нейронов: щёлкните, введите число, нажмите Enter</translation>
    </message>
    <message>
        <source>one neuron fewer (-)</source>
        <translation>на один нейрон меньше (-)</translation>
    </message>
    <message>
        <source>one neuron more (+)</source>
        <translation>на один нейрон больше (+)</translation>
    </message>
    <message>
        <source>output</source>
        <translation>выход</translation>
    </message>
    <message>
        <source>output layer</source>
        <translation>выходной слой</translation>
    </message>
    <message>
        <source>outputs: {n} {activation}</source>
        <translation>выходов: {n} {activation}</translation>
    </message>
    <message>
        <source>selected: {layer}</source>
        <translation>выбран: {layer}</translation>
    </message>
    <message>
        <source>strongest {drawn} of {possible}</source>
        <translation>сильнейшие {drawn} из {possible}</translation>
    </message>
    <message>
        <source>weight from {start} to {end}</source>
        <translation>вес {start} → {end}</translation>
    </message>
    <message>
        <source>weight from {start} to {end}: {value}</source>
        <translation>вес {start} → {end}: {value}</translation>
    </message>
    <message>
        <source>{drawn} of {possible}</source>
        <translation>{drawn} из {possible}</translation>
    </message>
    <message>
        <source>{drawn} of {possible} drawn</source>
        <translation>показано {drawn} из {possible}</translation>
    </message>
    <message>
        <source>{layer} has {neurons}; zoom in to see more of them (Ctrl and mouse wheel)</source>
        <translation>{layer}: {neurons}; увеличьте масштаб, чтобы увидеть больше (Ctrl и колесо мыши)</translation>
    </message>
    <message>
        <source>{layer}, neuron {n} of {units}</source>
        <translation>{layer}, нейрон {n} из {units}</translation>
    </message>
    <message>
        <source>{layer}: {neurons}, {activation}, {count} weights and biases</source>
        <translation>{layer}: {neurons}, {activation}, весов и смещений: {count}</translation>
    </message>
    <message>
        <source>{matrix}; drawn: {drawn} of {possible}, all between the neurons that are shown</source>
        <translation>{matrix}; показаны {drawn} из {possible} – все между видимыми нейронами</translation>
    </message>
    <message>
        <source>{matrix}; drawn: {drawn} of {possible}, the strongest between the neurons that are shown</source>
        <translation>{matrix}; показаны {drawn} из {possible} – сильнейшие между видимыми нейронами</translation>
    </message>
    <message>
        <source>{neuron}, bias {value}</source>
        <translation>{neuron}, смещение {value}</translation>
    </message>
</context>
<context>
    <name>ColumnChooser</name>
    <message>
        <source>Column along x</source>
        <translation>Столбец по оси x</translation>
    </message>
    <message>
        <source>Column along y</source>
        <translation>Столбец по оси y</translation>
    </message>
    <message>
        <source>The column that runs to the right.</source>
        <translation>Столбец, отложенный вправо.</translation>
    </message>
    <message>
        <source>The column that runs upwards.</source>
        <translation>Столбец, отложенный вверх.</translation>
    </message>
</context>
<context>
    <name>ColumnsModel</name>
    <message numerus="yes">
        <source>%n missing value(s)</source>
        <translation>
            <numerusform>%n пропущенное значение</numerusform>
            <numerusform>%n пропущенных значения</numerusform>
            <numerusform>%n пропущенных значений</numerusform>
        </translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Столбец</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Left out: {reason}</source>
        <translation>Исключён: {reason}</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>category</source>
        <translation>категория</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>константа</translation>
    </message>
    <message>
        <source>date</source>
        <translation>дата</translation>
    </message>
    <message>
        <source>identifier</source>
        <translation>номер</translation>
    </message>
    <message>
        <source>input</source>
        <translation>признак</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>исключён</translation>
    </message>
    <message>
        <source>number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>target</source>
        <translation>цель</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
</context>
<context>
    <name>ColumnsView</name>
    <message>
        <source>Columns of the table</source>
        <translation>Столбцы таблицы</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Исключить</translation>
    </message>
    <message>
        <source>Make it the target</source>
        <translation>Сделать целевым</translation>
    </message>
    <message>
        <source>Tick a column to use it as an input; right-click for more.</source>
        <translation>Отметьте столбец, чтобы взять его как признак; остальное – по щелчку правой кнопкой.</translation>
    </message>
    <message>
        <source>Use as input</source>
        <translation>Взять как признак</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n класс</numerusform>
            <numerusform>%n класса</numerusform>
            <numerusform>%n классов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n input(s)</source>
        <translation>
            <numerusform>%n вход</numerusform>
            <numerusform>%n входа</numerusform>
            <numerusform>%n входов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n строка</numerusform>
            <numerusform>%n строки</numerusform>
            <numerusform>%n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without a target</source>
        <translation>
            <numerusform>%n строка без цели</numerusform>
            <numerusform>%n строки без цели</numerusform>
            <numerusform>%n строк без цели</numerusform>
        </translation>
    </message>
    <message>
        <source>An example that comes with the program, or your own table.</source>
        <translation>Пример из комплекта программы или ваша таблица.</translation>
    </message>
    <message>
        <source>Classes to tell apart, or a number to estimate.</source>
        <translation>Различать классы или прогнозировать число.</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Классификация</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Draw other rows for testing.</source>
        <translation>Разбить заново: выбрать другие строки для тестовой выборки.</translation>
    </message>
    <message>
        <source>Min–max</source>
        <translation>От 0 до 1</translation>
    </message>
    <message>
        <source>No table yet. Choose an example above, open a CSV, or drop one here.</source>
        <translation>Таблицы пока нет. Выберите пример выше, откройте CSV или перетащите файл сюда.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Открыть файл…</translation>
    </message>
    <message>
        <source>Open a table</source>
        <translation>Открыть таблицу</translation>
    </message>
    <message>
        <source>Open a table of your own: CSV, TSV or text.</source>
        <translation>Открыть свою таблицу: CSV, TSV или текст.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Открыть…</translation>
    </message>
    <message>
        <source>Regression</source>
        <translation>Регрессия</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Масштаб</translation>
    </message>
    <message>
        <source>Split again</source>
        <translation>Разбить</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Стандарт</translation>
    </message>
    <message>
        <source>Standard: mean 0, deviation 1. Min–max: 0 to 1. Fitted on the training rows only.</source>
        <translation>Стандарт: среднее 0, отклонение 1. От 0 до 1: по минимуму и максимуму. Считается только по обучающей выборке.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Целевой столбец</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Задача</translation>
    </message>
    <message>
        <source>Test rows, %</source>
        <translation>Тест, %</translation>
    </message>
    <message>
        <source>The column that the network learns to predict.</source>
        <translation>Столбец, который сеть учится прогнозировать.</translation>
    </message>
    <message>
        <source>The share of rows that training never sees.</source>
        <translation>Доля строк в тестовой выборке: при обучении они не видны.</translation>
    </message>
    <message>
        <source>The table that the network learns from.</source>
        <translation>Таблица, на которой обучается сеть.</translation>
    </message>
    <message>
        <source>left out: {names}</source>
        <translation>исключены: {names}</translation>
    </message>
    <message>
        <source>{train} to train, {test} to test</source>
        <translation>{train} для обучения, {test} для теста</translation>
    </message>
</context>
<context>
    <name>DecisionRegions</name>
    <message>
        <source> - {part} row {n} is {target}</source>
        <translation> – {part}, строка {n}: {target}</translation>
    </message>
    <message>
        <source>Colour is the network&apos;s answer at each place; the paler, the less sure the network is.</source>
        <translation>Цвет – прогноз сети в каждой точке; чем бледнее, тем меньше уверенность.</translation>
    </message>
    <message>
        <source>Decision regions</source>
        <translation>Области решений</translation>
    </message>
    <message>
        <source>Draw the rows kept for testing too, as outlines.</source>
        <translation>Показывать и тестовую выборку – контурами.</translation>
    </message>
    <message>
        <source>Show test points</source>
        <translation>Показать тестовые точки</translation>
    </message>
    <message>
        <source>The network&apos;s answer over two columns of a table will be here. Open a table to see it.</source>
        <translation>Здесь будет прогноз сети по двум столбцам таблицы. Откройте таблицу, чтобы его увидеть.</translation>
    </message>
    <message>
        <source>others follow x and y</source>
        <translation>прочие – вслед за x и y</translation>
    </message>
    <message>
        <source>test</source>
        <translation>тест</translation>
    </message>
    <message>
        <source>training</source>
        <translation>обучение</translation>
    </message>
    <message>
        <source>{n} of {all} points drawn</source>
        <translation>показано точек: {n} из {all}</translation>
    </message>
    <message>
        <source>{n} train</source>
        <translation>обуч. {n}</translation>
    </message>
    <message>
        <source>{n} train, {m} test</source>
        <translation>обуч. {n}, тест {m}</translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <source>Add layer of {units}</source>
        <translation>добавление слоя, нейронов: {units}</translation>
    </message>
    <message>
        <source>Delete layer {n}</source>
        <translation>удаление слоя {n}</translation>
    </message>
    <message>
        <source>First weights: {name}</source>
        <translation>начальные веса: {name}</translation>
    </message>
    <message>
        <source>Import {file}</source>
        <translation>импорт {file}</translation>
    </message>
    <message>
        <source>Layer {n}: {activation}</source>
        <translation>слой {n}: {activation}</translation>
    </message>
    <message>
        <source>Layer {n}: {parameter}</source>
        <translation>слой {n}: {parameter}</translation>
    </message>
    <message>
        <source>Layer {n}: {units} units</source>
        <translation>слой {n}, нейронов: {units}</translation>
    </message>
    <message>
        <source>Leave out {columns}</source>
        <translation>исключение столбцов: {columns}</translation>
    </message>
    <message>
        <source>Loss: {loss}</source>
        <translation>функцию потерь: {loss}</translation>
    </message>
    <message>
        <source>Move layer {n} to {to}</source>
        <translation>перенос слоя {n} на место {to}</translation>
    </message>
    <message>
        <source>New weights</source>
        <translation>Новые веса</translation>
    </message>
    <message>
        <source>Open {table}</source>
        <translation>открытие {table}</translation>
    </message>
    <message>
        <source>Output: {activation}</source>
        <translation>выход: {activation}</translation>
    </message>
    <message>
        <source>Precision: {name}</source>
        <translation>формат чисел: {name}</translation>
    </message>
    <message>
        <source>Scaling: {name}</source>
        <translation>масштаб: {name}</translation>
    </message>
    <message>
        <source>Set {setting}</source>
        <translation>изменение: {setting}</translation>
    </message>
    <message>
        <source>Split again</source>
        <translation>новое разбиение</translation>
    </message>
    <message>
        <source>Target: {column}</source>
        <translation>целевой столбец: {column}</translation>
    </message>
    <message>
        <source>Task: {task}</source>
        <translation>задачу: {task}</translation>
    </message>
    <message>
        <source>Test rows: {percent} %</source>
        <translation>тестовую выборку: {percent} %</translation>
    </message>
    <message>
        <source>Use {columns}</source>
        <translation>включение столбцов: {columns}</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>автоматически</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Export weights</source>
        <translation>Экспорт весов</translation>
    </message>
    <message>
        <source>Exported to {path}</source>
        <translation>Веса сохранены: {path}</translation>
    </message>
    <message>
        <source>Import weights</source>
        <translation>Импорт весов</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>NumPy script (*.py)</source>
        <translation>Скрипт NumPy (*.py)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.data *.gz)</source>
        <translation>Таблицы (*.csv *.tsv *.txt *.data *.gz)</translation>
    </message>
    <message>
        <source>The network is just being made; export it in a moment.</source>
        <translation>Сеть как раз создаётся; экспортируйте веса через мгновение.</translation>
    </message>
    <message>
        <source>Weights (*.npz)</source>
        <translation>Веса (*.npz)</translation>
    </message>
    <message>
        <source>{file} is no weights file: those end in .npz. File, Open opens a table.</source>
        <translation>{file} — не файл весов: их имена оканчиваются на .npz. Таблицу открывает Файл, Открыть.</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Guide</source>
        <translation>Руководство</translation>
    </message>
    <message>
        <source>How to use fcgui</source>
        <translation>Как пользоваться fcgui</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source># How to use it

**1. Choose a table.** Take an example in *Data*, or open a CSV of your own: *Open…*, drop the file on the
window, or start `fcgui my.csv`. The target, the task and what is left out are guessed; point at a column to see why.
Tick columns on and off, right-click for more.

**2. Draw the network.** Drag the mouse downwards between two layers: the length of the stroke gives the number of
neurons. Click a layer to select it; its units and activation stand in *Layer*. Drag a layer sideways to move it, drag
its lower edge to resize it, press Delete to remove it. Inputs and output follow the table.

**3. Train.** Press *Train* or Space. *Step* does one epoch or one mini-batch, *Reset* goes back to the first weights.
The rate, the penalties, the optimizer and the batch size can be changed while training runs.

**4. Look.** *Decision regions* show the network&apos;s answer over two columns; the others are what they usually are
there. *Weights*
show every matrix: blue is positive, orange negative. *Loss* shows training and test. Point at anything to read it in
words at the bottom of the window.

**5. Take it away.** *File, Export weights* writes a .npz that NumPy alone can read; *Import weights* brings it back.
The same job without a window: `fcgui train iris --hidden 200,100,50 --out w.npz`, see `fcgui train --help`.

## Keys

| key | what it does |
|---|---|
| Space, Ctrl+Return | train, pause |
| Ctrl+. and Ctrl+, | one epoch, one mini-batch |
| Ctrl+R, Ctrl+Shift+R | the same first weights, new ones |
| Ctrl+Z, Ctrl+Shift+Z | undo, redo |
| Left, Right in the drawing | select a layer |
| Up, Down, digits in the drawing | more, fewer, so many neurons |
| Ctrl+Left, Ctrl+Right in the drawing | move the layer |
| Insert, Delete, Return in the drawing | add a layer, delete it, choose its activation |
| Ctrl+O, Ctrl+E, Ctrl+I | open, export weights, import weights |
</source>
        <translation># Как пользоваться

**1. Выберите таблицу.** Возьмите пример в панели *Данные* или откройте свой CSV: кнопка *Открыть…*, файл, перетащенный в
окно, или команда `fcgui my.csv`. Целевой столбец, задача и исключённые столбцы определяются сами; наведите указатель на
столбец, чтобы узнать причину. Отмечайте столбцы галочками, остальное – по щелчку правой кнопкой.

**2. Нарисуйте сеть.** Проведите мышью вниз между двумя слоями: длина штриха задаёт число нейронов. Щёлкните по слою,
чтобы выбрать его; число нейронов и функция активации – в панели *Слой*. Тяните слой вбок, чтобы переставить его, за
нижний край – чтобы изменить размер; Delete удаляет слой. Входы и выход определяются таблицей.

**3. Обучайте.** Нажмите *Обучать* или пробел. *Шаг* – это одна эпоха или один мини-батч, *Сброс* возвращает начальные
веса. Скорость обучения, штрафы, оптимизатор и размер батча можно менять во время обучения.

**4. Смотрите.** *Области решений* показывают прогноз сети по двум столбцам; остальные такие, какие там обычно бывают. *Веса*
показывают все матрицы весов: синий – плюс, оранжевый – минус. *Функция потерь* – на обучающей и тестовой выборках.
Наведите указатель на что угодно, и внизу окна появится пояснение.

**5. Заберите результат.** *Файл, Экспорт весов* записывает .npz, который читает сам NumPy; *Импорт весов* загружает его
обратно. То же без окна: `fcgui train iris --hidden 200,100,50 --out w.npz`, см. `fcgui train --help`.

## Клавиши

| клавиша | что делает |
|---|---|
| Пробел, Ctrl+Return | обучать, пауза |
| Ctrl+. и Ctrl+, | одна эпоха, один мини-батч |
| Ctrl+R, Ctrl+Shift+R | те же начальные веса, новые |
| Ctrl+Z, Ctrl+Shift+Z | отменить, повторить |
| Влево, вправо на рисунке | выбрать слой |
| Вверх, вниз, цифры на рисунке | больше, меньше, ровно столько нейронов |
| Ctrl+влево, Ctrl+вправо на рисунке | переставить слой |
| Insert, Delete, Return на рисунке | добавить слой, удалить, выбрать функцию активации |
| Ctrl+O, Ctrl+E, Ctrl+I | открыть, экспорт весов, импорт весов |
</translation>
    </message>
    <message>
        <source>fcgui {version}: draw, train and understand a fully connected neural network. MIT licence.</source>
        <translation>fcgui {version}: нарисовать, обучить и понять полносвязную нейронную сеть. Лицензия MIT.</translation>
    </message>
</context>
<context>
    <name>LayerPanel</name>
    <message numerus="yes">
        <source>%n input(s), one for each encoded column. Tick columns in the data panel.</source>
        <translation>
            <numerusform>%n вход – по одному на каждый закодированный столбец. Столбцы отмечаются в панели «Данные».</numerusform>
            <numerusform>%n входа – по одному на каждый закодированный столбец. Столбцы отмечаются в панели «Данные».</numerusform>
            <numerusform>%n входов – по одному на каждый закодированный столбец. Столбцы отмечаются в панели «Данные».</numerusform>
        </translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Активация</translation>
    </message>
    <message>
        <source>Add a hidden layer after this one (Insert).</source>
        <translation>Добавить скрытый слой после этого (Insert).</translation>
    </message>
    <message>
        <source>Add after</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Auto: {name}</source>
        <translation>Авто: {name}</translation>
    </message>
    <message>
        <source>Click a layer in the drawing, or draw a new one with a downward stroke.</source>
        <translation>Щёлкните по слою на рисунке или нарисуйте новый, проведя мышью вниз.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Delete the layer (Delete).</source>
        <translation>Удалить слой (Delete).</translation>
    </message>
    <message>
        <source>Hidden layer {n}</source>
        <translation>Скрытый слой {n}</translation>
    </message>
    <message>
        <source>How many neurons the layer has.</source>
        <translation>Сколько в слое нейронов.</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Входы</translation>
    </message>
    <message>
        <source>Its inputs and outputs come with the table.</source>
        <translation>Её входы и выходы появятся вместе с таблицей.</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Слой</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Функция потерь</translation>
    </message>
    <message>
        <source>Move the layer towards the inputs (Ctrl+Left).</source>
        <translation>Сдвинуть слой ближе ко входам (Ctrl+влево).</translation>
    </message>
    <message>
        <source>Move the layer towards the output (Ctrl+Right).</source>
        <translation>Сдвинуть слой ближе к выходу (Ctrl+вправо).</translation>
    </message>
    <message>
        <source>Move towards the inputs</source>
        <translation>Сдвинуть ко входам</translation>
    </message>
    <message>
        <source>Move towards the output</source>
        <translation>Сдвинуть к выходу</translation>
    </message>
    <message>
        <source>No layer selected</source>
        <translation>Слой не выбран</translation>
    </message>
    <message>
        <source>No network yet</source>
        <translation>Сети пока нет</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Выходной слой</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Параметр</translation>
    </message>
    <message>
        <source>The function f in H = f(X W + b).</source>
        <translation>Функция f в формуле H = f(X W + b).</translation>
    </message>
    <message>
        <source>The layer that is selected in the drawing.</source>
        <translation>Слой, выбранный на рисунке.</translation>
    </message>
    <message>
        <source>The number that shapes the activation.</source>
        <translation>Число, задающее форму функции активации.</translation>
    </message>
    <message>
        <source>The output&apos;s size follows the task and its classes.</source>
        <translation>Размер выхода определяется задачей и числом классов.</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Нейронов</translation>
    </message>
    <message>
        <source>What training makes small; automatic fits the output.</source>
        <translation>То, что обучение уменьшает; «Авто» подходит к выходному слою.</translation>
    </message>
</context>
<context>
    <name>LossPlot</name>
    <message>
        <source>, {value} test</source>
        <translation>, тест {value}</translation>
    </message>
    <message>
        <source>Epoch {n}: {values}</source>
        <translation>Эпоха {n}: {values}</translation>
    </message>
    <message>
        <source>Logarithmic loss axis</source>
        <translation>Логарифмическая ось потерь</translation>
    </message>
    <message>
        <source>Loss over the epochs</source>
        <translation>Потери по эпохам</translation>
    </message>
    <message>
        <source>Show how good the answers are instead of the loss.</source>
        <translation>Показать вместо потерь качество прогнозов.</translation>
    </message>
    <message>
        <source>Show the loss on a logarithmic axis, so that small losses can be told apart.</source>
        <translation>Показать потери в логарифмическом масштабе, чтобы различать малые значения.</translation>
    </message>
    <message>
        <source>Show {score} instead of the loss</source>
        <translation>Вместо потерь: {score}</translation>
    </message>
    <message>
        <source>The loss of the training and test rows will be drawn here. Press Train to begin.</source>
        <translation>Здесь появятся потери на обучающей и тестовой выборках. Нажмите «Обучать».</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>точность</translation>
    </message>
    <message>
        <source>best epoch {n}</source>
        <translation>лучшая эпоха {n}</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>расходимость</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>эпоха</translation>
    </message>
    <message>
        <source>epoch {n}</source>
        <translation>эпоха {n}</translation>
    </message>
    <message>
        <source>log scale</source>
        <translation>лог. шкала</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>потери</translation>
    </message>
    <message>
        <source>test</source>
        <translation>тест</translation>
    </message>
    <message>
        <source>train</source>
        <translation>обучение</translation>
    </message>
    <message>
        <source>{quantity} {value} train</source>
        <translation>{quantity}: обучение {value}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Оформление</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Спр&amp;авка</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Сеть</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>Decision regions</source>
        <translation>Области решений</translation>
    </message>
    <message>
        <source>Draw the network, and see what its weights become.</source>
        <translation>Рисуйте сеть и смотрите, какими становятся её веса.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Функция потерь</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Сеть</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Прогноз</translation>
    </message>
    <message>
        <source>T&amp;rain</source>
        <translation>&amp;Обучение</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Веса</translation>
    </message>
</context>
<context>
    <name>NetworkCanvas</name>
    <message>
        <source>Drawn network</source>
        <translation>Нарисованная сеть</translation>
    </message>
    <message>
        <source>no network yet</source>
        <translation>сети пока нет</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>a number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>целое число</translation>
    </message>
    <message>
        <source>{name}: “{text}” is not {kind} from {low} to {high}; {old} stays.</source>
        <translation>{name}: «{text}» – не {kind} от {low} до {high}; остаётся {old}.</translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>Reading {file}: {percent} %</source>
        <translation>Чтение {file}: {percent} %</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>epoch</source>
        <translation>эпоха</translation>
    </message>
    <message>
        <source>epochs/s</source>
        <translation>эпох/с</translation>
    </message>
    <message>
        <source>test</source>
        <translation>тест</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>точность, тест</translation>
    </message>
    <message>
        <source>test loss</source>
        <translation>потери, тест</translation>
    </message>
    <message>
        <source>training</source>
        <translation>обуч.</translation>
    </message>
    <message>
        <source>training loss</source>
        <translation>потери, обуч.</translation>
    </message>
    <message>
        <source>{where} R²</source>
        <translation>R², {where}</translation>
    </message>
    <message>
        <source>{where} accuracy</source>
        <translation>точность, {where}</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Scroll the drawn network</source>
        <translation>Прокрутка рисунка сети</translation>
    </message>
    <message>
        <source>Shows the rest of the drawing.</source>
        <translation>Показывает остальную часть рисунка.</translation>
    </message>
</context>
<context>
    <name>TrainingPanel</name>
    <message>
        <source>Automatic</source>
        <translation>Авто</translation>
    </message>
    <message>
        <source>First weights</source>
        <translation>Начальные веса</translation>
    </message>
    <message>
        <source>How the first weights are drawn. Automatic: He for ReLU, Glorot otherwise. Starts again.</source>
        <translation>Как выбираются начальные веса. Авто: He для ReLU, иначе Glorot. Обучение начнётся заново.</translation>
    </message>
    <message>
        <source>How the weights are learned; what starts again when it changes says so.</source>
        <translation>Как обучаются веса; если изменение начинает обучение заново, об этом сказано в подсказке.</translation>
    </message>
    <message>
        <source>Learning rate now: {rate}</source>
        <translation>Скорость обучения сейчас: {rate}</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>Ещё настройки</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Формат чисел</translation>
    </message>
    <message>
        <source>Show the settings that are rarely changed.</source>
        <translation>Показать настройки, которые редко меняют.</translation>
    </message>
    <message>
        <source>The numbers that training calculates with. Starts again.</source>
        <translation>Числа, в которых идут вычисления. Обучение начнётся заново.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>float32, fast</source>
        <translation>float32, быстро</translation>
    </message>
    <message>
        <source>float64, exact</source>
        <translation>float64, точно</translation>
    </message>
    <message>
        <source>{help} Starts again.</source>
        <translation>{help} Обучение начнётся заново.</translation>
    </message>
</context>
<context>
    <name>WeightsView</name>
    <message>
        <source> (the largest of {size} under the pointer)</source>
        <translation> (наибольший из {size} под указателем)</translation>
    </message>
    <message>
        <source>, piece {n}</source>
        <translation>, часть {n}</translation>
    </message>
    <message>
        <source>Colour scale of the weights</source>
        <translation>Цветовая шкала весов</translation>
    </message>
    <message>
        <source>Compare layers on one colour scale; otherwise each has its own, written beside its name.</source>
        <translation>Сравнивать слои в одной цветовой шкале; иначе у каждого своя, она указана рядом с именем.</translation>
    </message>
    <message>
        <source>Every layer&apos;s weights will be here as a picture. Open a table to see them.</source>
        <translation>Здесь будут показаны матрицы весов всех слоёв. Откройте таблицу, чтобы их увидеть.</translation>
    </message>
    <message>
        <source>One colour scale for all layers</source>
        <translation>Одна цветовая шкала для всех слоёв</translation>
    </message>
    <message>
        <source>Rows are a layer&apos;s inputs, columns its neurons; the row below, set apart, is the bias.</source>
        <translation>Строки – входы слоя, столбцы – его нейроны; отдельная строка внизу – смещения.</translation>
    </message>
    <message>
        <source>Weights of every layer</source>
        <translation>Веса всех слоёв</translation>
    </message>
    <message>
        <source>W{layer}{piece}, from {input} to {unit}: {value}</source>
        <translation>W{layer}{piece}, {input} → {unit}: {value}</translation>
    </message>
    <message>
        <source>b{layer}{piece}, of {unit}: {value}</source>
        <translation>b{layer}{piece}, {unit}: {value}</translation>
    </message>
    <message>
        <source>input {n}</source>
        <translation>вход {n}</translation>
    </message>
    <message>
        <source>max</source>
        <translation>макс.</translation>
    </message>
    <message>
        <source>neuron {n}</source>
        <translation>нейрон {n}</translation>
    </message>
    <message>
        <source>one scale</source>
        <translation>общая шкала</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>&quot;{column}&quot; holds numbers too large for a network.</source>
        <translation>в столбце «{column}» слишком большие для сети числа.</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; holds text; a regression needs a target of numbers.</source>
        <translation>«{column}» содержит текст; для регрессии целевой столбец должен быть числовым.</translation>
    </message>
    <message>
        <source>&quot;{column}&quot; is the target; choose another target before leaving it out.</source>
        <translation>«{column}» – целевой столбец; прежде чем исключить его, выберите другой.</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; in line {line}</source>
        <translation>«{value}» в строке {line}</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; in line {line} and {n} more</source>
        <translation>«{value}» в строке {line} и ещё {n}</translation>
    </message>
    <message>
        <source>&quot;{value}&quot; in line {line}, {cells}</source>
        <translation>«{value}» в строке {line}, {cells}</translation>
    </message>
    <message>
        <source>-infinity</source>
        <translation>-бесконечность</translation>
    </message>
    <message>
        <source>1 cell where the other rows have {width}.</source>
        <translation>1 ячейка, а в других строках {width}.</translation>
    </message>
    <message>
        <source>1 line above the table left out.</source>
        <translation>пропущена 1 строка над таблицей.</translation>
    </message>
    <message>
        <source>1 row without a single value left out.</source>
        <translation>пропущена 1 строка без единого значения.</translation>
    </message>
    <message>
        <source>1.0507 (z if z &gt;= 0, else 1.6733 (e^z - 1))</source>
        <translation>1.0507 (z при z &gt;= 0, иначе 1.6733 (e^z - 1))</translation>
    </message>
    <message>
        <source>A ReLU that lets a little of the negative side through, so that no neuron dies.</source>
        <translation>ReLU, которая немного пропускает и отрицательные числа, чтобы нейроны не «умирали».</translation>
    </message>
    <message>
        <source>A ReLU with a smooth negative side that levels off at -alpha.</source>
        <translation>ReLU с гладкой отрицательной частью, которая стремится к -alpha.</translation>
    </message>
    <message>
        <source>A classification needs at least two classes.</source>
        <translation>Для классификации нужно хотя бы два класса.</translation>
    </message>
    <message>
        <source>A good alternative in hidden layers.</source>
        <translation>Хорошая альтернатива sigmoid в скрытых слоях.</translation>
    </message>
    <message>
        <source>A layer with {activation} cannot be trained: its derivative is zero everywhere, so no gradient says which way the weights should go; set its weights by hand, or use tanh instead.</source>
        <translation>Слой с {activation} нельзя обучить: производная везде равна нулю, и градиент не показывает, куда менять веса; задайте веса вручную или возьмите tanh.</translation>
    </message>
    <message>
        <source>A network may have up to {most} layers, not {n}.</source>
        <translation>В сети может быть не больше {most} слоёв, а не {n}.</translation>
    </message>
    <message>
        <source>A small number that keeps a division from one by zero.</source>
        <translation>Малое число, которое не даёт делить на ноль.</translation>
    </message>
    <message>
        <source>A smooth ReLU that dips below zero, used in transformers (the tanh approximation).</source>
        <translation>Гладкая ReLU с провалом ниже нуля, применяется в трансформерах (приближение через tanh).</translation>
    </message>
    <message>
        <source>A smooth ReLU; its derivative is the sigmoid.</source>
        <translation>Гладкая ReLU; её производная – сигмоида.</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Adam that also shrinks every weight a little at each step.</source>
        <translation>Adam, который на каждом шаге ещё и немного уменьшает каждый вес.</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Adds l1 times the sum of |W| to the loss: pushes weights to exactly zero.</source>
        <translation>Прибавляет к функции потерь l1, умноженное на сумму |W|: прижимает веса точно к нулю.</translation>
    </message>
    <message>
        <source>Adds l2/2 times the sum of W^2 to the loss: keeps weights small.</source>
        <translation>Прибавляет к функции потерь l2/2, умноженное на сумму W^2: удерживает веса малыми.</translation>
    </message>
    <message>
        <source>After how many epochs without a better loss (on the test rows, if there are any) training stops.</source>
        <translation>Через сколько эпох без улучшения потерь (на тестовой выборке, если она есть) обучение остановится.</translation>
    </message>
    <message>
        <source>All neurons of a layer stay alike: shows why weights start at random.</source>
        <translation>Все нейроны слоя остаются одинаковыми: видно, зачем начинать со случайных весов.</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>An ELU with constants that keep mean 0 and variance 1 from layer to layer.</source>
        <translation>ELU с константами, которые сохраняют среднее 0 и дисперсию 1 от слоя к слою.</translation>
    </message>
    <message>
        <source>An alternative to ReLU in hidden layers of deep nets.</source>
        <translation>Альтернатива ReLU в скрытых слоях глубоких сетей.</translation>
    </message>
    <message>
        <source>An alternative to ReLU in hidden layers.</source>
        <translation>Альтернатива ReLU в скрытых слоях.</translation>
    </message>
    <message>
        <source>An alternative to ReLU in hidden layers; as an output, for numbers that are never negative.</source>
        <translation>Альтернатива ReLU в скрытых слоях; на выходе – для чисел, которые не бывают отрицательными.</translation>
    </message>
    <message>
        <source>An alternative to ReLU when neurons die; all hidden layers usually share one activation.</source>
        <translation>Альтернатива ReLU, если нейроны «умирают»; обычно во всех скрытых слоях одна функция активации.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Размер батча</translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation>Beta 1</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>Beta 2</translation>
    </message>
    <message>
        <source>Binary cross-entropy</source>
        <translation>Бинарная кросс-энтропия</translation>
    </message>
    <message>
        <source>Binary cross-entropy needs outputs that are probabilities, and {activation} gives other numbers; use a sigmoid or softmax output, or the loss mse.</source>
        <translation>Бинарной кросс-энтропии нужны вероятности на выходе, а {activation} даёт другие числа; возьмите на выходе sigmoid или softmax либо функцию потерь mse.</translation>
    </message>
    <message>
        <source>Breast cancer, Wisconsin</source>
        <translation>Рак груди, Висконсин</translation>
    </message>
    <message>
        <source>Categorical cross-entropy</source>
        <translation>Кросс-энтропия</translation>
    </message>
    <message>
        <source>Categorical cross-entropy needs outputs that are probabilities, and {activation} gives other numbers; use a sigmoid or softmax output, or the loss mse.</source>
        <translation>Кросс-энтропии нужны вероятности на выходе, а {activation} даёт другие числа; возьмите на выходе sigmoid или softmax либо функцию потерь mse.</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Постоянная</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>По косинусу</translation>
    </message>
    <message>
        <source>Decay</source>
        <translation>Множитель</translation>
    </message>
    <message>
        <source>Decay epochs</source>
        <translation>Период, эпох</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>Early stopping</source>
        <translation>Ранняя остановка</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <source>Every T epochs the rate is multiplied by r.</source>
        <translation>Каждые T эпох скорость умножается на r.</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>Экспонента</translation>
    </message>
    <message>
        <source>For deep nets of nothing but SELU layers.</source>
        <translation>Для глубоких сетей, в которых все слои – SELU.</translation>
    </message>
    <message>
        <source>For networks set by hand: its gradient is zero everywhere, so it cannot be trained.</source>
        <translation>Для сетей, заданных вручную: градиент везде равен нулю, поэтому обучить её нельзя.</translation>
    </message>
    <message>
        <source>For one class out of several: minus the logarithm of the right class&apos;s probability.</source>
        <translation>Для одного класса из нескольких: минус логарифм вероятности верного класса.</translation>
    </message>
    <message>
        <source>For regression: the squared distance between output and answer.</source>
        <translation>Для регрессии: квадрат расстояния между прогнозом и ответом.</translation>
    </message>
    <message>
        <source>For two classes, or several yes-or-no outputs: how surprised the outputs are by the answers.</source>
        <translation>Для двух классов или нескольких выходов «да – нет»: насколько ответы неожиданны для сети.</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>Gives every weight its own rate, by the size of its past gradients.</source>
        <translation>У каждого веса своя скорость, по величине его прошлых градиентов.</translation>
    </message>
    <message>
        <source>Glorot normal</source>
        <translation>Glorot, нормальное</translation>
    </message>
    <message>
        <source>Glorot uniform</source>
        <translation>Glorot, равномерное</translation>
    </message>
    <message>
        <source>Glorot&apos;s variance with a normal distribution.</source>
        <translation>Дисперсия Glorot с нормальным распределением.</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>Градиентный спуск</translation>
    </message>
    <message>
        <source>Handwritten digits, 8 x 8</source>
        <translation>Рукописные цифры, 8 x 8</translation>
    </message>
    <message>
        <source>He normal</source>
        <translation>He, нормальное</translation>
    </message>
    <message>
        <source>He uniform</source>
        <translation>He, равномерное</translation>
    </message>
    <message>
        <source>He&apos;s variance with a normal distribution.</source>
        <translation>Дисперсия He с нормальным распределением.</translation>
    </message>
    <message>
        <source>How far a step goes: too small learns slowly, too large diverges.</source>
        <translation>Длина шага: при малой обучение медленное, при большой расходится.</translation>
    </message>
    <message>
        <source>How far below zero it levels off.</source>
        <translation>На какой глубине ниже нуля функция выравнивается.</translation>
    </message>
    <message>
        <source>How many linear pieces compete.</source>
        <translation>Из скольких линейных функций выбирается наибольшая.</translation>
    </message>
    <message>
        <source>How many rows one step looks at.</source>
        <translation>Сколько строк берётся на один шаг.</translation>
    </message>
    <message>
        <source>How much of the last step is kept.</source>
        <translation>Какая доля прошлого шага сохраняется.</translation>
    </message>
    <message>
        <source>How slowly Adam&apos;s mean of the gradients forgets.</source>
        <translation>Как медленно среднее градиентов в Adam забывает прошлое.</translation>
    </message>
    <message>
        <source>How slowly Adam&apos;s mean of the squared gradients forgets.</source>
        <translation>Как медленно среднее квадратов градиентов в Adam забывает прошлое.</translation>
    </message>
    <message>
        <source>How slowly the mean of the squared gradients forgets.</source>
        <translation>Как медленно среднее квадратов градиентов забывает прошлое.</translation>
    </message>
    <message>
        <source>How the gradient becomes a change of the weights.</source>
        <translation>Как градиент превращается в изменение весов.</translation>
    </message>
    <message>
        <source>How the learning rate changes from epoch to epoch.</source>
        <translation>Как скорость обучения меняется от эпохи к эпохе.</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Линейн.</translation>
    </message>
    <message>
        <source>Inverse time</source>
        <translation>1 / время</translation>
    </message>
    <message>
        <source>Iris flowers</source>
        <translation>Ирисы</translation>
    </message>
    <message>
        <source>Italian wines</source>
        <translation>Итальянские вина</translation>
    </message>
    <message>
        <source>Keeps rolling in the direction of the past gradients.</source>
        <translation>Продолжает катиться в направлении прошлых градиентов.</translation>
    </message>
    <message>
        <source>Keeps the variance both forwards and backwards; for sigmoid, tanh, softmax and identity.</source>
        <translation>Сохраняет дисперсию и на прямом, и на обратном проходе; для sigmoid, tanh, softmax и линейной.</translation>
    </message>
    <message>
        <source>Keeps the variance of the forward pass.</source>
        <translation>Сохраняет дисперсию на прямом проходе.</translation>
    </message>
    <message>
        <source>Keeps the variance of the forward pass; SELU needs it.</source>
        <translation>Сохраняет дисперсию на прямом проходе; нужно для SELU.</translation>
    </message>
    <message>
        <source>L1 penalty</source>
        <translation>L1-штраф</translation>
    </message>
    <message>
        <source>L2 penalty</source>
        <translation>L2-штраф</translation>
    </message>
    <message>
        <source>LeCun normal</source>
        <translation>LeCun, нормальное</translation>
    </message>
    <message>
        <source>LeCun uniform</source>
        <translation>LeCun, равномерное</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Скорость обучения</translation>
    </message>
    <message>
        <source>Learns its own shape in hidden layers, at the price of several times the weights.</source>
        <translation>Сама выучивает свою форму в скрытых слоях, но весов нужно в несколько раз больше.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Функция потерь</translation>
    </message>
    <message>
        <source>Makes up for the half that a ReLU cuts off; for the ReLU family.</source>
        <translation>Возмещает половину, которую отсекает ReLU; для семейства ReLU.</translation>
    </message>
    <message>
        <source>Maxout</source>
        <translation>Maxout</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>Квадратичная ошибка</translation>
    </message>
    <message>
        <source>Memory (rho)</source>
        <translation>Память (rho)</translation>
    </message>
    <message>
        <source>Miles per gallon of cars</source>
        <translation>Расход топлива</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Импульс</translation>
    </message>
    <message>
        <source>Momentum and a rate for every weight: a good first choice.</source>
        <translation>Импульс и своя скорость у каждого веса: с него хорошо начинать.</translation>
    </message>
    <message>
        <source>Momentum that looks one step ahead.</source>
        <translation>Импульс, который смотрит на шаг вперёд.</translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation>Импульс Нестерова</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Оптимизатор</translation>
    </message>
    <message>
        <source>Palmer penguins</source>
        <translation>Пингвины Палмера</translation>
    </message>
    <message>
        <source>Passes positive numbers and stops negative ones.</source>
        <translation>Пропускает положительные числа и обнуляет отрицательные.</translation>
    </message>
    <message>
        <source>Passes the weighted sum on as it is.</source>
        <translation>Передаёт взвешенную сумму без изменений.</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Части</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>SELU</source>
        <translation>SELU</translation>
    </message>
    <message>
        <source>Says on which side of a line a point lies.</source>
        <translation>Говорит, по какую сторону прямой лежит точка.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Расписание</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Зерно (seed)</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>Наклон</translation>
    </message>
    <message>
        <source>Small numbers whatever the layer&apos;s size: shows what the other rules are good for.</source>
        <translation>Малые числа при любом размере слоя: видно, для чего нужны другие правила.</translation>
    </message>
    <message>
        <source>Small uniform</source>
        <translation>Малые, равномерное</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation>Softplus</translation>
    </message>
    <message>
        <source>Squeezes any number into (-1, 1), centred on zero.</source>
        <translation>Сжимает любое число в (-1, 1) с центром в нуле.</translation>
    </message>
    <message>
        <source>Squeezes any number into (0, 1), so that it reads as a probability.</source>
        <translation>Сжимает любое число в (0, 1), так что его можно читать как вероятность.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Ступенями</translation>
    </message>
    <message>
        <source>Stopped after epoch {epoch}: the test loss has not improved for {patience} epochs. The weights of epoch {best} are back.</source>
        <translation>Остановлено на эпохе {epoch}: потери на тесте не уменьшались (эпох: {patience}). Возвращены веса эпохи {best}.</translation>
    </message>
    <message>
        <source>Stopped after epoch {epoch}: the training loss has not improved for {patience} epochs. The weights of epoch {best} are back.</source>
        <translation>Остановлено на эпохе {epoch}: потери на обучении не уменьшались (эпох: {patience}). Возвращены веса эпохи {best}.</translation>
    </message>
    <message>
        <source>Swish</source>
        <translation>Swish</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>The largest of several linear functions, each with weights of its own.</source>
        <translation>Наибольшая из нескольких линейных функций, у каждой свои веса.</translation>
    </message>
    <message>
        <source>The lecture&apos;s own: a step against the gradient of a mini-batch, or of all rows (batch: full).</source>
        <translation>Из лекции: шаг против градиента мини-батча или всей выборки (батч: вся).</translation>
    </message>
    <message>
        <source>The loss {loss} behind softmax needs targets that sum to 1 in every row.</source>
        <translation>Функции потерь {loss} после softmax нужны ответы, сумма которых в каждой строке равна 1.</translation>
    </message>
    <message>
        <source>The loss {loss} needs targets between 0 and 1.</source>
        <translation>Функции потерь {loss} нужны ответы от 0 до 1.</translation>
    </message>
    <message>
        <source>The most used in hidden layers, and the one for deep nets.</source>
        <translation>Самая популярная в скрытых слоях; подходит для глубоких сетей.</translation>
    </message>
    <message>
        <source>The names of the columns and categories are too long for a weights file: shorten them in the table.</source>
        <translation>Названия столбцов и категорий слишком длинны для файла весов: сократите их в таблице.</translation>
    </message>
    <message>
        <source>The network has {inputs} inputs, but the data has {features} features.</source>
        <translation>У сети входов: {inputs}, а признаков в данных: {features}.</translation>
    </message>
    <message>
        <source>The network has {outputs} outputs, but the data needs {needed}.</source>
        <translation>У сети выходов: {outputs}, а данным нужно: {needed}.</translation>
    </message>
    <message>
        <source>The number of units of a layer must be between {low} and {high}, not {n}.</source>
        <translation>Число нейронов слоя должно быть от {low} до {high}, а не {n}.</translation>
    </message>
    <message>
        <source>The preparation of the data in this file is damaged.</source>
        <translation>Сведения о подготовке данных в этом файле повреждены.</translation>
    </message>
    <message>
        <source>The rate falls like one over the time.</source>
        <translation>Скорость убывает обратно пропорционально времени.</translation>
    </message>
    <message>
        <source>The rate falls to 0 at epoch T along a cosine.</source>
        <translation>Скорость убывает по косинусу до 0 к эпохе T.</translation>
    </message>
    <message>
        <source>The rate shrinks smoothly, by r in T epochs.</source>
        <translation>Скорость убывает плавно, в r раз за T эпох.</translation>
    </message>
    <message>
        <source>The rate stays as it is.</source>
        <translation>Скорость не меняется.</translation>
    </message>
    <message>
        <source>The schedule&apos;s factor: what the rate is multiplied by, or how fast it falls.</source>
        <translation>Множитель расписания: на что умножается скорость или как быстро она убывает.</translation>
    </message>
    <message>
        <source>The schedule&apos;s length in epochs.</source>
        <translation>Длина расписания в эпохах.</translation>
    </message>
    <message>
        <source>The slope for negative z.</source>
        <translation>Наклон при отрицательных z.</translation>
    </message>
    <message>
        <source>The usual output for regression; in hidden layers it adds nothing: linear maps collapse into one.</source>
        <translation>Обычный выход для регрессии; в скрытых слоях бесполезна: линейные слои сводятся к одному.</translation>
    </message>
    <message>
        <source>The usual output for three and more classes; rarely of use in a hidden layer.</source>
        <translation>Обычный выход для трёх и более классов; в скрытом слое редко полезна.</translation>
    </message>
    <message>
        <source>The usual output for two classes; as a hidden layer only in nets of one or two layers.</source>
        <translation>Обычный выход для двух классов; в скрытых слоях – только если в сети 1–2 слоя.</translation>
    </message>
    <message>
        <source>There is not enough memory for this network and table: use fewer units or rows.</source>
        <translation>Для этой сети и таблицы не хватает памяти: возьмите меньше нейронов или строк.</translation>
    </message>
    <message>
        <source>These weights were trained on a table with the columns {columns} and the target {target}: open that table first, then import the weights.</source>
        <translation>Эти веса обучены на таблице со столбцами {columns} и целевым столбцом {target}: сначала откройте её, затем импортируйте веса.</translation>
    </message>
    <message>
        <source>This file contradicts itself: its arrays and its spec do not agree.</source>
        <translation>Файл противоречит сам себе: массивы не соответствуют описанию сети.</translation>
    </message>
    <message>
        <source>This network has {n} weights; up to {most} are possible: make its widest layers narrower.</source>
        <translation>В этой сети весов: {n}, а возможно не больше {most}: уменьшите самые широкие слои.</translation>
    </message>
    <message>
        <source>Training diverged in epoch {epoch}, step {step}: the gradient became too large for the numbers. The weights are those before that step: reset them, then try a lower learning rate than {rate}.</source>
        <translation>Обучение разошлось на эпохе {epoch}, шаг {step}: градиент стал слишком большим. Веса остались такими, как до этого шага: сбросьте их и попробуйте скорость обучения меньше {rate}.</translation>
    </message>
    <message>
        <source>Training stopped because of an error in the program: {what}</source>
        <translation>Обучение остановлено из-за ошибки в программе: {what}</translation>
    </message>
    <message>
        <source>Turns the layer&apos;s numbers into probabilities that sum to 1.</source>
        <translation>Превращает числа слоя в вероятности с суммой 1.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Затухание весов</translation>
    </message>
    <message>
        <source>What share of every weight, times the learning rate, is taken off at each step.</source>
        <translation>Какая доля каждого веса, умноженная на скорость обучения, отнимается на каждом шаге.</translation>
    </message>
    <message>
        <source>What training makes small.</source>
        <translation>То, что обучение уменьшает.</translation>
    </message>
    <message>
        <source>Where the random numbers start: the same seed gives the same run.</source>
        <translation>Начало случайных чисел: с тем же зерном обучение повторяется в точности.</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>Нули</translation>
    </message>
    <message>
        <source>a NumPy array</source>
        <translation>массив NumPy</translation>
    </message>
    <message>
        <source>a PDF file</source>
        <translation>файл PDF</translation>
    </message>
    <message>
        <source>a Parquet file; save it as CSV first</source>
        <translation>файл Parquet; сначала сохраните его как CSV</translation>
    </message>
    <message>
        <source>a compressed file; unpack it first</source>
        <translation>сжатый файл; сначала распакуйте его</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>база данных</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>изображение</translation>
    </message>
    <message>
        <source>a quotation mark in this line is never closed.</source>
        <translation>кавычка в этой строке не закрыта.</translation>
    </message>
    <message>
        <source>a quotation mark stands inside a cell.</source>
        <translation>внутри ячейки стоит кавычка.</translation>
    </message>
    <message>
        <source>a text document; save the table as CSV first</source>
        <translation>текстовый документ; сначала сохраните таблицу как CSV</translation>
    </message>
    <message>
        <source>an Excel or zip file; save the sheet as CSV first</source>
        <translation>файл Excel или zip; сначала сохраните лист как CSV</translation>
    </message>
    <message>
        <source>an HDF5 file</source>
        <translation>файл HDF5</translation>
    </message>
    <message>
        <source>an old Excel file; save the sheet as CSV first</source>
        <translation>старый файл Excel; сначала сохраните лист как CSV</translation>
    </message>
    <message>
        <source>as its card says</source>
        <translation>так сказано в описании таблицы</translation>
    </message>
    <message>
        <source>cannot be read: {what}.</source>
        <translation>не удаётся прочитать: {what}.</translation>
    </message>
    <message>
        <source>cannot be written: {what}.</source>
        <translation>не удаётся записать: {what}.</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>выбор сделан вами</translation>
    </message>
    <message>
        <source>classification</source>
        <translation>классификация</translation>
    </message>
    <message>
        <source>column {n} has no name; it is called {name}.</source>
        <translation>у столбца {n} нет имени; он назван {name}.</translation>
    </message>
    <message>
        <source>constant: {reason}</source>
        <translation>константа: {reason}</translation>
    </message>
    <message>
        <source>date: {reason}</source>
        <translation>дата: {reason}</translation>
    </message>
    <message>
        <source>dates</source>
        <translation>даты</translation>
    </message>
    <message>
        <source>every cell is missing</source>
        <translation>все ячейки пусты</translation>
    </message>
    <message>
        <source>every cell of the target &quot;{target}&quot; is missing.</source>
        <translation>все ячейки целевого столбца «{target}» пусты.</translation>
    </message>
    <message>
        <source>every line ends with a delimiter; the empty last column is left out.</source>
        <translation>каждая строка кончается разделителем; пустой последний столбец исключён.</translation>
    </message>
    <message>
        <source>every row has another text</source>
        <translation>в каждой строке свой текст</translation>
    </message>
    <message>
        <source>every value is {value}</source>
        <translation>все значения равны {value}</translation>
    </message>
    <message>
        <source>full</source>
        <translation>вся</translation>
    </message>
    <message>
        <source>identifier: {reason}</source>
        <translation>номер: {reason}</translation>
    </message>
    <message>
        <source>infinity</source>
        <translation>бесконечность</translation>
    </message>
    <message>
        <source>it counts the rows</source>
        <translation>нумерует строки</translation>
    </message>
    <message>
        <source>it is the first column and the rows are sorted by its few values</source>
        <translation>это первый столбец, и строки упорядочены по его немногим значениям</translation>
    </message>
    <message>
        <source>it is the last column</source>
        <translation>это последний столбец</translation>
    </message>
    <message>
        <source>its name says so and the values differ from row to row</source>
        <translation>об этом говорит имя, и значения в строках различны</translation>
    </message>
    <message>
        <source>its name, &quot;{name}&quot;, says so</source>
        <translation>об этом говорит имя «{name}»</translation>
    </message>
    <message>
        <source>left out by you</source>
        <translation>исключён вами</translation>
    </message>
    <message>
        <source>minmax</source>
        <translation>от 0 до 1</translation>
    </message>
    <message>
        <source>no column is left to be the target.</source>
        <translation>не осталось столбца, который мог бы быть целевым.</translation>
    </message>
    <message>
        <source>no column is left to predict &quot;{target}&quot; from.</source>
        <translation>не осталось столбцов, по которым прогнозировать «{target}».</translation>
    </message>
    <message>
        <source>no header: the columns are named x1, x2, ... by place.</source>
        <translation>заголовка нет: столбцы названы по порядку x1, x2, ...</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>не число</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>числа</translation>
    </message>
    <message>
        <source>odd quotation marks in 1 row; they were kept as they stand.</source>
        <translation>странные кавычки в 1 строке; они оставлены как есть.</translation>
    </message>
    <message>
        <source>odd quotation marks in {n} rows; they were kept as they stand.</source>
        <translation>строк со странными кавычками: {n}; кавычки оставлены как есть.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>regression</source>
        <translation>регрессия</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>стандарт</translation>
    </message>
    <message>
        <source>text: {reason}</source>
        <translation>текст: {reason}</translation>
    </message>
    <message>
        <source>the decimal mark is a comma.</source>
        <translation>десятичный знак – запятая.</translation>
    </message>
    <message>
        <source>the delimiter is pipe.</source>
        <translation>разделитель – вертикальная черта.</translation>
    </message>
    <message>
        <source>the delimiter is semicolon.</source>
        <translation>разделитель – точка с запятой.</translation>
    </message>
    <message>
        <source>the delimiter is spaces.</source>
        <translation>разделитель – пробелы.</translation>
    </message>
    <message>
        <source>the delimiter is tab.</source>
        <translation>разделитель – табуляция.</translation>
    </message>
    <message>
        <source>the delimiter is {mark}.</source>
        <translation>разделитель – {mark}.</translation>
    </message>
    <message>
        <source>the encoding is {codec}.</source>
        <translation>кодировка – {codec}.</translation>
    </message>
    <message>
        <source>the file could not be read ({what}).</source>
        <translation>файл не удалось прочитать ({what}).</translation>
    </message>
    <message>
        <source>the file has a header but no rows.</source>
        <translation>в файле есть заголовок, но нет строк.</translation>
    </message>
    <message>
        <source>the file holds no rows.</source>
        <translation>в файле нет строк.</translation>
    </message>
    <message>
        <source>the file is empty.</source>
        <translation>файл пуст.</translation>
    </message>
    <message>
        <source>the folder {folder} does not exist.</source>
        <translation>папки {folder} нет.</translation>
    </message>
    <message>
        <source>the folder {folder} is write-protected.</source>
        <translation>папка {folder} защищена от записи.</translation>
    </message>
    <message>
        <source>the header is one name short: the first column is taken for the rows&apos; names.</source>
        <translation>в заголовке на одно имя меньше: первый столбец принят за имена строк.</translation>
    </message>
    <message>
        <source>the name {name} comes twice; column {n} is called {other}.</source>
        <translation>имя {name} встречается дважды; столбец {n} назван {other}.</translation>
    </message>
    <message>
        <source>the network needs columns that this table does not have: {columns}.</source>
        <translation>сети нужны столбцы, которых нет в этой таблице: {columns}.</translation>
    </message>
    <message>
        <source>the target &quot;{target}&quot; has only one value, &quot;{value}&quot;: nothing to tell apart.</source>
        <translation>в целевом столбце «{target}» только одно значение, «{value}»: различать нечего.</translation>
    </message>
    <message>
        <source>the target &quot;{target}&quot; has only one value: there is nothing to learn.</source>
        <translation>в целевом столбце «{target}» только одно значение: учить нечего.</translation>
    </message>
    <message>
        <source>the target &quot;{target}&quot; has {n} different values in {rows} rows: too many for classes.</source>
        <translation>в целевом столбце «{target}» разных значений: {n}, а строк: {rows}; для классов это слишком много.</translation>
    </message>
    <message>
        <source>the target &quot;{target}&quot; holds none of the known classes: {classes}.</source>
        <translation>в целевом столбце «{target}» нет ни одного из известных классов: {classes}.</translation>
    </message>
    <message>
        <source>the test part must be at least 0 and less than 1 of the rows.</source>
        <translation>доля тестовой выборки должна быть не меньше 0 и меньше 1.</translation>
    </message>
    <message>
        <source>there is no such file.</source>
        <translation>такого файла нет.</translation>
    </message>
    <message>
        <source>there is not enough memory for this file.</source>
        <translation>для этого файла не хватает памяти.</translation>
    </message>
    <message>
        <source>this file is too large for a weights file.</source>
        <translation>файл слишком велик для файла весов.</translation>
    </message>
    <message>
        <source>this file is write-protected.</source>
        <translation>файл защищён от записи.</translation>
    </message>
    <message>
        <source>this file&apos;s format is &quot;{format}&quot;; this version reads &quot;{reads}&quot;.</source>
        <translation>формат файла – «{format}», а эта версия читает «{reads}».</translation>
    </message>
    <message>
        <source>this is a binary file, not a table of text.</source>
        <translation>это двоичный файл, а не текстовая таблица.</translation>
    </message>
    <message>
        <source>this is a folder, not a file.</source>
        <translation>это папка, а не файл.</translation>
    </message>
    <message>
        <source>this is a folder; name a file in it.</source>
        <translation>это папка; укажите файл в ней.</translation>
    </message>
    <message>
        <source>this is not a sound .npz file.</source>
        <translation>файл .npz повреждён.</translation>
    </message>
    <message>
        <source>this is not a weights file of fcgui.</source>
        <translation>это не файл весов fcgui.</translation>
    </message>
    <message>
        <source>this is not an ordinary file.</source>
        <translation>это не обычный файл.</translation>
    </message>
    <message>
        <source>this is {reading}.</source>
        <translation>это {reading}.</translation>
    </message>
    <message>
        <source>whole numbers</source>
        <translation>целые числа</translation>
    </message>
    <message>
        <source>z if z &gt;= 0, else alpha (e^z - 1)</source>
        <translation>z при z &gt;= 0, иначе alpha (e^z - 1)</translation>
    </message>
    <message>
        <source>z times its own sigmoid: a smooth ReLU that dips below zero (also called SiLU).</source>
        <translation>z, умноженное на свою сигмоиду: гладкая ReLU с провалом ниже нуля (она же SiLU).</translation>
    </message>
    <message>
        <source>{column} has only {n} different values</source>
        <translation>в столбце {column} мало разных значений: {n}</translation>
    </message>
    <message>
        <source>{column} has {n} different texts</source>
        <translation>в столбце {column} разных текстов: {n}</translation>
    </message>
    <message>
        <source>{column} holds numbers but for {cells}; it is taken for text.</source>
        <translation>в столбце {column} числа, кроме {cells}; он принят за текст.</translation>
    </message>
    <message>
        <source>{column} is a number with {n} different values</source>
        <translation>в столбце {column} числа, разных значений: {n}</translation>
    </message>
    <message>
        <source>{column} is taken for categories</source>
        <translation>столбец {column} принят за категории</translation>
    </message>
    <message>
        <source>{file}, line {line}, column {n}: {message}</source>
        <translation>{file}, строка {line}, столбец {n}: {message}</translation>
    </message>
    <message>
        <source>{file}, line {line}: {message}</source>
        <translation>{file}, строка {line}: {message}</translation>
    </message>
    <message>
        <source>{file}: {message}</source>
        <translation>{file}: {message}</translation>
    </message>
    <message>
        <source>{label} cannot change during a training; start a new one.</source>
        <translation>{label}: нельзя менять во время обучения; начните новое.</translation>
    </message>
    <message>
        <source>{label} must be a finite number, not {value}.</source>
        <translation>{label}: нужно конечное число, а не {value}.</translation>
    </message>
    <message>
        <source>{label} must be a whole number, not {value}.</source>
        <translation>{label}: нужно целое число, а не {value}.</translation>
    </message>
    <message>
        <source>{label} must be above {low}, not {value}.</source>
        <translation>{label}: нужно число больше {low}, а не {value}.</translation>
    </message>
    <message>
        <source>{label} must be at least {low}, not {value}.</source>
        <translation>{label}: нужно число не меньше {low}, а не {value}.</translation>
    </message>
    <message>
        <source>{label} must be at most {high}, not {value}.</source>
        <translation>{label}: нужно число не больше {high}, а не {value}.</translation>
    </message>
    <message>
        <source>{label} must be between {low} and {high}, not {value}.</source>
        <translation>{label}: нужно число от {low} до {high}, а не {value}.</translation>
    </message>
    <message>
        <source>{n} cells where the other rows have {width}.</source>
        <translation>ячеек: {n}, а в других строках {width}.</translation>
    </message>
    <message>
        <source>{n} different texts</source>
        <translation>разных текстов: {n}</translation>
    </message>
    <message>
        <source>{n} different texts in {rows} rows</source>
        <translation>разных текстов: {n}, строк: {rows}</translation>
    </message>
    <message>
        <source>{n} lines above the table left out.</source>
        <translation>пропущено строк над таблицей: {n}.</translation>
    </message>
    <message>
        <source>{n} rows without a single value left out.</source>
        <translation>пропущено строк без единого значения: {n}.</translation>
    </message>
    <message>
        <source>{part} holds a number that is not finite.</source>
        <translation>{part}: есть число, которое не конечно.</translation>
    </message>
    <message>
        <source>{part} is damaged.</source>
        <translation>{part}: повреждено.</translation>
    </message>
    <message>
        <source>{part} is not in this file.</source>
        <translation>{part}: в файле нет.</translation>
    </message>
</context>
</TS>
